"""Reads members from an .xlsx, or from rows pasted out of a spreadsheet.

Each cell that cannot be used is named by sheet, row, column and value, and so is all that was not
read: nothing of a table is lost without a word.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from validator import drafts, foreign
from validator.application.application import MEMBERS_MAX
from validator.calls import Call
from validator.problems import Problem, RefusedError
from validator.tables import import_notes
from validator.tables.aside import parted
from validator.tables.cells import Cell, numbered
from validator.tables.columns import WHO, Column, columns
from validator.tables.headings import Heading, find_heading, template_heading
from validator.tables.members_template import MEMBERS_SHEET, OTHER_SHEETS
from validator.tables.merged import carried_down
from validator.tables.pasted import pasted_rows
from validator.tables.usual import usual
from validator.tables.workbook import Row, Sheet, Workbook, WorkbookError

_SIZE_MAX: Final = 10_000_000
_BOOK_BOUNDS: Final = foreign.Bounds(size=60_000_000, tags=2_000_000)
"""Bounds for a workbook of 400 000 cells; a table of three hundred members has ten thousand."""
PASTED_MAX: Final = 2_000_000
"""The most characters of a pasted text."""
_PASTED_CELLS_MAX: Final = 200_000
_PASTED: Final = "粘贴的内容"
_SHOWN_MAX: Final = 40
_SAID_MAX: Final = 5
_OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0"
"""The first bytes of an .xls, and of a workbook under a password."""


class TableError(RefusedError):
    """A file or text holds no usable members' table. The message says why, in Chinese."""


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
class Found:
    """One row of a table.

    Attributes:
        row: the row's number in the table.
        answers: the usable answers in the row, as a member's JSON.
        blank: the columns whose cell in the row is empty.
    """

    row: int
    answers: dict[str, Any]
    blank: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Import:
    """A table of members as read.

    Attributes:
        found: the table's rows, in order.
        columns: the columns that the table has.
        problems: the cells that cannot be used.
        notes: a Chinese sentence for whatever else was not read.
    """

    found: tuple[Found, ...]
    columns: tuple[Column, ...]
    problems: tuple[CellProblem, ...]
    notes: tuple[str, ...]

    @property
    def members(self) -> tuple[dict[str, Any], ...]:
        """The members as JSON answers, in the table's order."""
        return tuple(found.answers for found in self.found)


def import_xlsx(content: bytes, call: Call) -> Import:
    """Read a filled template, or any other table with known headings.

    Args:
        content: the bytes of an .xlsx.
        call: the call whose members are listed.

    Raises:
        TableError: the content is no .xlsx, is too large, or has no table of members.
    """
    if len(content) > _SIZE_MAX:
        msg = f"文件过大，不应超过 {_SIZE_MAX // 1_000_000} MB"
        raise TableError(msg)
    if content.startswith(_OLD_OR_LOCKED):
        msg = (
            "这不是可以读取的 Excel 文件（.xlsx）：它是旧的 .xls，或者加了密码；"
            "请在 Excel 或 WPS 里打开，取消密码，另存为 .xlsx"
        )
        raise TableError(msg)
    try:
        book = Workbook(content, _BOOK_BOUNDS)
        sheet, heading = _members_sheet(book, call)
        own = (sheet.name, *OTHER_SHEETS)
        others = [book.sheet(name) for name in book.names if name not in own]
    except foreign.OverfullError:
        msg = (
            "这个 Excel 文件里的内容过多（上限约 40 万格，设了格式的空格也算），没有导入；"
            "请把成员单位的那几行复制到新的表格里，另存为 .xlsx 再导入"
        )
        raise TableError(msg) from None
    except WorkbookError:
        msg = "这不是可以读取的 Excel 文件（.xlsx）；旧的 .xls 请先另存为 .xlsx"
        raise TableError(msg) from None
    left = [f"工作表“{other.name}”没有读取" for other in others if other.rows]
    return _import(sheet, heading, left, call)


def import_pasted(text: str, call: Call) -> Import:
    """Read rows pasted from a spreadsheet, with or without the heading row.

    Without a heading row the columns are the template's, in the template's order.

    Args:
        text: the rows, as a spreadsheet puts them on the clipboard.
        call: the call whose members are listed.

    Raises:
        TableError: the text has no rows, or too many.
    """
    if len(text) > PASTED_MAX or sum(map(text.count, "\t\n\r")) > _PASTED_CELLS_MAX:
        msg = (
            f"粘贴的内容过多（上限 {PASTED_MAX // 10_000} 万字、"
            f"{_PASTED_CELLS_MAX // 10_000} 万格），没有导入；请只选成员单位的那几行再复制"
        )
        raise TableError(msg)
    rows = (
        Row(number, {at: Cell(cell) for at, cell in enumerate(cells, 1) if cell})
        for number, cells in enumerate(pasted_rows(text), 1)
    )
    sheet = Sheet(_PASTED, tuple(row for row in rows if row.cells))
    heading = find_heading(sheet.rows, call, is_needed=False) or template_heading(call)
    return _import(sheet, heading, [], call)


def _members_sheet(book: Workbook, call: Call) -> tuple[Sheet, Heading]:
    """Return the sheet with the template's name, else the first sheet with a heading row."""
    known = [name for name in book.names if name == MEMBERS_SHEET]
    for name in known or book.names:
        sheet = book.sheet(name)
        heading = find_heading(sheet.rows, call, is_needed=True)
        if heading is not None:
            return sheet, heading
    titles = "、".join(column.title for column in columns(call)[:3])
    names = "、".join(f"“{name}”" for name in known or book.names)
    msg = f"{names}最上面几行没有找到表头（{titles}等）"
    raise TableError(msg)


def _import(sheet: Sheet, heading: Heading, left: Sequence[str], call: Call) -> Import:
    asked = {column.name: column.title for column in columns(call) if column.name in WHO}
    if not asked.keys() & {column.name for column in heading.columns.values()}:
        titles = "”或“".join(asked.values())
        msg = f"“{sheet.name}”里没有“{titles}”这一列，看不出是哪家单位，没有导入；请补上表头"
        raise TableError(msg)
    below = [row for row in sheet.rows if row.number > heading.row]
    found = parted(below, heading)
    listed = carried_down(found.members, sheet.merged, heading)
    rows = [row for row in listed if _is_of_a_member(row, heading)]
    if not rows:
        aside = [*found.notes, *map(str, _faults(sheet, heading, listed))]
        why = "".join(f"；{sentence}" for sentence in aside[:_SAID_MAX])
        msg = f"“{sheet.name}”表头之下没有成员单位的内容{why}"
        raise TableError(msg)
    if len(rows) + sheet.more > MEMBERS_MAX:
        msg = (
            f"“{sheet.name}”表头之下有 {len(rows) + sheet.more} 行，"
            f"成员单位最多 {MEMBERS_MAX} 家，没有导入；请删去不是成员单位的行"
        )
        raise TableError(msg)
    problems = list(_faults(sheet, heading, listed))
    faulty = {(problem.row, problem.column) for problem in problems}
    told = [_told(row, heading, faulty) for row in rows]
    received = drafts.read(json.dumps({"draft_version": drafts.VERSION, "members": told}), call)
    told_wrong = (*received.problems, *received.unasked)
    problems.extend(_problem(sheet, rows, heading, problem) for problem in told_wrong)
    usable = received.application.model_dump(mode="json", exclude_defaults=True)["members"]
    members = tuple(
        Found(row.number, answers, _blank(row, heading))
        for row, answers in zip(rows, usable, strict=True)
    )
    places = list(heading.columns.values())
    problems.sort(key=lambda it: (it.row, [column.title for column in places].index(it.column)))
    spoilt = [row.number for row in listed if row not in rows]
    said = f"第 {numbered(spoilt)} 行没有一格可以读取的内容，没有算作成员单位"
    notes = (
        *left,
        *found.notes,
        *([said] if spoilt else []),
        *import_notes.notes(sheet, heading, rows),
    )
    return Import(members, tuple(places), tuple(problems), notes)


def _is_of_a_member(row: Row, heading: Heading) -> bool:
    """Whether any cell can be used; a row of #N/A lists no member."""
    known = {place: row.cells[place] for place in heading.columns if place in row.cells}
    return any(not cell.fault(heading.columns[place]) for place, cell in known.items())


def _faults(sheet: Sheet, heading: Heading, rows: Sequence[Row]) -> Iterator[CellProblem]:
    """Yield the cells whose text the spreadsheet has spoilt."""
    for row in rows:
        for place, column in heading.columns.items():
            cell = row.cells.get(place)
            if cell is not None and (fault := cell.fault(column)):
                yield CellProblem(sheet.name, row.number, column.title, cell.text, fault)


def _told(row: Row, heading: Heading, faulty: set[tuple[int, str]]) -> dict[str, Any]:
    """Return the cells of a row, without spoilt ones, as a member's JSON."""
    member: dict[str, Any] = {}
    for place, column in heading.columns.items():
        if place in row.cells and (row.number, column.title) not in faulty:
            *groups, last = column.name.split("/")
            section = member
            for step in groups:
                section = section.setdefault(step, {})
            words = usual(column, row.cells[place].text, heading.titles.get(place, ""))
            section[last] = column.answer(words)
    return member


def _blank(row: Row, heading: Heading) -> tuple[Column, ...]:
    return tuple(column for place, column in heading.columns.items() if place not in row.cells)


def _problem(sheet: Sheet, rows: Sequence[Row], heading: Heading, problem: Problem) -> CellProblem:
    _, _, member, *steps = problem.pointer.split("/")
    places = {column.name: place for place, column in heading.columns.items()}
    if steps[-1].isdigit():  # one of several answers in a cell
        steps.pop()
    row, place = rows[int(member)], places["/".join(steps)]
    column = heading.columns[place]
    message = problem.message
    if column.options:
        message = f"不在可选内容之内；应为：{'、'.join(column.options)}"
    return CellProblem(sheet.name, row.number, column.title, row.cells[place].text, message)
