"""A cell as a spreadsheet holds it, and whether the spreadsheet has spoilt what was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from validator.tables.columns import Column

_NAMED_MAX: Final = 20
_DIGITS_KEPT: Final = 15
"""The digits that a spreadsheet keeps of a number; it writes zeros for further digits."""
_SCIENTIFIC: Final = re.compile(r"[+-]?\d(\.\d+)?[Ee]\+\d+")
_BROKEN_FORMULA: Final = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_TOO_NARROW: Final = re.compile(r"#{2,}")
_UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"

_DIGITS_LOST: Final = (
    f"被表格软件当成数字，第 {_DIGITS_KEPT} 位以后已经丢失；请把这一格设为文本，照原件重新填写"
)
_MADE_A_DAY: Final = "被表格软件改成了日期；请把这一格设为文本，重新填写"
_NO_RESULT: Final = "是没有结果的公式；请在表格里改成填写的内容"
_HASHES: Final = "是列宽不够时的显示，不是内容；请把列拉宽后再复制"
_LANDLINE: Final = re.compile(r"(?!400|800)(?:10|[2-9]\d)\d{8}|[2-9]\d{10}")
"""A landline number with its area code, without the 0 with which an area code begins. The pattern
leaves out mobile numbers, which begin with 1, and numbers that begin with 400 or 800."""
_UNREADABLE: Final = "含有无法识别的字符；请重新填写"


class Kind(Enum):
    """What the spreadsheet took a cell for."""

    TEXT = auto()
    NUMBER = auto()
    DAY = auto()
    NO_RESULT = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, never empty, and the kind that the spreadsheet took it for."""

    text: str
    kind: Kind = Kind.TEXT

    def fault(self, column: Column) -> str:
        """Say why the text cannot be what was typed for this column; empty if it can be."""
        if self._spoilt or column.is_date or column.options:
            return self._spoilt
        if self.kind is Kind.DAY:
            return _MADE_A_DAY
        is_long_number = self.kind is Kind.NUMBER and self._is_long
        return _DIGITS_LOST if is_long_number or _SCIENTIFIC.fullmatch(self.text) else ""

    def lost_its_zero(self, column: Column) -> bool:
        """Whether a telephone number lacks its first 0, which spreadsheets leave out of numbers."""
        return column.name == "phone" and bool(_LANDLINE.fullmatch(self.text))

    @property
    def _spoilt(self) -> str:
        """Why the text is no answer in any column, such as #REF!; empty if it may be one."""
        if self.kind is Kind.NO_RESULT or _BROKEN_FORMULA.fullmatch(self.text):
            return _NO_RESULT
        if _TOO_NARROW.fullmatch(self.text):
            return _HASHES
        return _UNREADABLE if _UNKNOWN in self.text else ""

    @property
    def _is_long(self) -> bool:
        return sum(letter.isdigit() for letter in self.text) > _DIGITS_KEPT


def numbered(rows: Sequence[int]) -> str:
    """Return the numbers of rows for a sentence, at most twenty of them."""
    shown = "、".join(map(str, rows[:_NAMED_MAX]))
    return shown if len(rows) <= _NAMED_MAX else f"{shown} 等 {len(rows)}"
