"""Read members from a filled template or from rows pasted out of a spreadsheet.

Every cell that cannot be used is named by sheet, row, column and value; the rest is kept.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from validator import drafts, foreign
from validator.application.application import MEMBERS_MAX
from validator.application.text import plain_name
from validator.problems import RefusedError
from validator.tables.columns import Column, columns
from validator.tables.members_template import MEMBERS_SHEET

_SIZE_MAX: Final = 10_000_000
_BOOK_BOUNDS: Final = foreign.Bounds(size=60_000_000, tags=2_000_000)
"""Some 400 000 cells; three hundred members have ten thousand."""
PASTED_MAX: Final = 2_000_000
"""The characters of the longest text that is taken for rows."""
_PASTED_CELLS_MAX: Final = 200_000
_PASTED: Final = "粘贴的内容"
_SHOWN_MAX: Final = 40


class TableError(RefusedError):
    """A file or text that holds no members' table. The message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One cell that cannot be used."""

    sheet: str
    row: int
    column: str
    value: str
    message: str

    def __str__(self) -> str:
        """Name the place, the value and the reason."""
        value = self.value if len(self.value) <= _SHOWN_MAX else f"{self.value[:_SHOWN_MAX]}…"
        return f"{self.sheet} 第 {self.row} 行“{self.column}”：“{value}”{self.message}"


@dataclass(frozen=True, slots=True)
class Import:
    """Members as JSON answers, in the table's order, and what could not be used."""

    members: tuple[dict[str, Any], ...]
    problems: tuple[CellProblem, ...]


def import_xlsx(content: bytes) -> Import:
    """Read a filled template.

    Raises:
        TableError: not an .xlsx, too large, or without a table of members.
    """
    import openpyxl  # noqa: PLC0415 - a second of loading in the browser, only when asked for

    if len(content) > _SIZE_MAX:
        msg = f"文件过大，不应超过 {_SIZE_MAX // 1_000_000} MB"
        raise TableError(msg)
    try:
        safe = io.BytesIO(foreign.repacked(content, _BOOK_BOUNDS))
        book = openpyxl.load_workbook(safe, read_only=True, data_only=True)
        name = MEMBERS_SHEET if MEMBERS_SHEET in book.sheetnames else book.sheetnames[0]
        rows = [[_text(cell) for cell in row] for row in _rows(book[name])]
    except foreign.OverfullError:
        msg = (
            "这个 Excel 文件里的内容过多（上限约 40 万格，设了格式的空格也算），没有导入；"
            "请把成员单位的那几行复制到新的表格里，另存为 .xlsx 再导入"
        )
        raise TableError(msg) from None
    except Exception:  # noqa: BLE001 - a foreign parser on a foreign file: any failure is one answer
        msg = "这不是可以读取的 Excel 文件（.xlsx）；旧的 .xls 请先另存为 .xlsx"
        raise TableError(msg) from None
    return _import(name, rows)


def import_pasted(text: str) -> Import:
    """Read rows pasted from a spreadsheet: tab-separated, with or without the heading row.

    Without a heading the columns are those of the template, in its order.

    Raises:
        TableError: nothing in it.
    """
    if len(text) > PASTED_MAX or text.count("\t") + text.count("\n") > _PASTED_CELLS_MAX:
        msg = (
            f"粘贴的内容过多（上限 {PASTED_MAX // 10_000} 万字、"
            f"{_PASTED_CELLS_MAX // 10_000} 万格），没有导入；请只选成员单位的那几行再复制"
        )
        raise TableError(msg)
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), "excel-tab")]
    asked = columns()
    titles = {plain_name(column.title) for column in asked}
    headed = bool(rows) and sum(plain_name(cell) in titles for cell in rows[0]) > 1
    return _import(_PASTED, rows if headed else [[c.title for c in asked], *rows], headed=headed)


def _rows(sheet: Any) -> Iterable[tuple[Any, ...]]:  # noqa: ANN401 - openpyxl has no types
    return sheet.iter_rows(max_row=MEMBERS_MAX + 1, max_col=len(columns()) + 20, values_only=True)


def _text(value: object) -> str:
    """A cell's value as it was typed: Excel keeps days as days and codes as numbers at times."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _import(sheet: str, rows: Sequence[Sequence[str]], *, headed: bool = True) -> Import:
    places = _places(rows[0] if rows else ())
    if not places:
        titles = "、".join(column.title for column in columns()[:3])
        msg = f"“{sheet}”第一行没有找到表头（{titles}等）"
        raise TableError(msg)
    filled = [(number, row) for number, row in enumerate(rows[1:], 2 if headed else 1) if any(row)]
    answers = [_answers(row, places) for _, row in filled]
    if not answers:
        msg = f"“{sheet}”表头之下没有内容"
        raise TableError(msg)
    reading = drafts.read(json.dumps({"draft_version": drafts.VERSION, "members": answers}))
    by_name = {column.name: (index, column) for index, column in places.items()}
    problems = tuple(_problem(sheet, filled, by_name, problem) for problem in reading.problems)
    kept = reading.application.model_dump(mode="json", exclude_defaults=True).get("members", [])
    return Import(tuple(kept), problems)


def _places(head: Sequence[str]) -> dict[int, Column]:
    known = {plain_name(column.title): column for column in columns()}
    return {
        index: known[plain_name(cell)]
        for index, cell in enumerate(head)
        if plain_name(cell) in known
    }


def _answers(row: Sequence[str], places: dict[int, Column]) -> dict[str, Any]:
    member: dict[str, Any] = {}
    for index, column in places.items():
        text = row[index] if index < len(row) else ""
        if text:
            *groups, last = column.name.split("/")
            section = member
            for step in groups:
                section = section.setdefault(step, {})
            section[last] = column.answer(text)
    return member


def _problem(
    sheet: str,
    filled: Sequence[tuple[int, Sequence[str]]],
    by_name: dict[str, tuple[int, Column]],
    problem: drafts.Problem,
) -> CellProblem:
    _, _, member, *steps = problem.pointer.split("/")
    number, row = filled[int(member)]
    index, column = by_name["/".join(steps)]
    message = problem.message
    if column.options:
        message = f"不在可选内容之内；应为：{'、'.join(column.options)}"
    return CellProblem(sheet, number, column.title, row[index], message)
