"""Rows of a members' table that list no member: sums, notes, and rows that hold only a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from validator.application.names import half_width
from validator.tables.cells import numbered
from validator.tables.headings import Heading
from validator.tables.workbook import Row

_SUM: Final = re.compile(r"(?:合\s*计|总\s*计|小\s*计|共\s*计|总数)(?:[:\s\d(家个].*)?")
_NOTE: Final = re.compile(
    r"(?:注|备注|说明|填表说明|填表人|填报人|制表人?|审核人?|联系人|联系电话|填报单位|单位负责人"
    r"|(?:填表|填报|制表)(?:日期|时间))\s*:.*|注\s*\d\s*[:.、].*",
    re.DOTALL,
)
_SHOWN_MAX: Final = 20


@dataclass(frozen=True, slots=True)
class Parted:
    """The rows below a heading: those of members, and a sentence for those of no member."""

    members: tuple[Row, ...]
    notes: tuple[str, ...]


def parted(rows: Sequence[Row], heading: Heading) -> Parted:
    """Tell rows that list a member from sums, notes and rows that are only numbered.

    Args:
        rows: The rows below the heading.
        heading: The heading, which tells the columns that hold serial numbers.
    """
    members: list[Row] = []
    notes: list[str] = []
    blank: list[int] = []
    for row in rows:
        texts = [cell.text for place, cell in row.cells.items() if place not in heading.serials]
        # 合计 often stands in the column of the serial numbers.
        heads = (next(iter(row.cells.values())).text, *texts[:1])
        said = next(filter(_says_no_member, heads), "")
        if said:
            shown = said if len(said) <= _SHOWN_MAX else f"{said[:_SHOWN_MAX]}…"
            notes.append(f"第 {row.number} 行“{shown}”不是成员单位，没有读取")
        elif texts:
            members.append(row)
        else:
            blank.append(row.number)
    if blank:
        notes.append(f"第 {numbered(blank)} 行只有序号，没有读取")
    return Parted(tuple(members), tuple(notes))


def _says_no_member(text: str) -> bool:
    plain = half_width(text).strip()
    return bool(_SUM.fullmatch(plain) or _NOTE.fullmatch(plain))
