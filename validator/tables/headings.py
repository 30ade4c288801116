"""Finds the heading of a table, in one row or two, and the column of each heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from validator.application.names import plain_name
from validator.calls import Call
from validator.tables.cells import Cell
from validator.tables.columns import Column, columns
from validator.tables.usual import usual
from validator.tables.workbook import Row

_SEARCHED: Final = 20
"""The filled rows among which the heading row is looked for."""
_SURE: Final = 2
"""The known headings that make any row the heading row."""
_NOTE: Final = re.compile(r"\([^()]*\)")
_ORNAMENT: Final = "*★:.·、"
_SERIAL: Final = ("序号", "编号", "no", "#")
"""Headings of the column that numbers the rows: it holds no answer."""
_EITHER: Final = ("成员类型", "成员类别", "类型")
"""Headings under which some offices write 企业 or 高校, others 核心 or 一般."""
_SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": (
        "单位名称",
        "名称",
        "成员名称",
        "成员单位",
        "成员单位名称",
        "成员单位全称",
        "企业名称",
        "公司名称",
        "机构名称",
        "单位",
    ),
    "uscc": (
        "信用代码",
        "社会信用代码",
        "统一信用代码",
        "统一代码",
        "统一社会信用代码证号",
        "组织机构代码",
        "社会信用代码/组织机构代码",
    ),
    "category": ("类别", "单位类型", "机构类别"),
    "tier": ("成员层级", "核心/一般", "是否核心成员"),
    "province": ("省份", "所在省", "所在省份", "住所省份"),
    "address": ("地址", "联系地址", "单位地址"),
    "legal_representative": ("法人", "法人代表", "法人代表人", "法定代表人姓名"),
    "contact": ("联系人姓名",),
    "phone": ("电话", "手机", "手机号", "手机号码", "联系方式", "联系人电话"),
    "email": ("邮箱", "电子邮件", "e-mail", "email", "邮箱地址"),
    "founded_on": ("成立时间",),
    "ownership": ("性质", "企业性质"),
    "joined_on": ("加入日期", "加入时间"),
    "task": ("分工", "任务", "职责分工"),
    "high_tech": ("高新技术企业", "是否高企", "高企"),
    "high_tech_certificate": ("高新技术企业证书编号", "高企证书号", "高新证书编号"),
    "high_tech_issued_on": ("高企发证日期",),
}
"""Other headings that people write for a column."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a table; places count from 1.

    Attributes:
        row: the number of its last row; 0 for a table without a heading, which has the template's
            columns.
        top: the number of its first row: headings under a common title take two rows.
        columns: the column for each place with a known heading.
        again: the column for each place that repeats an earlier place's column.
        titles: the text of each heading as it is written, by place.
        serials: the places whose heading says that they number the rows.
    """

    row: int
    top: int
    columns: dict[int, Column]
    again: dict[int, Column]
    titles: dict[int, str]
    serials: frozenset[int]


def find_heading(rows: Sequence[Row], call: Call, *, is_needed: bool) -> Heading | None:
    """Return the heading: the row or two near the top with most known headings; None without one.

    Args:
        rows: the filled rows of a table.
        call: the call whose members are listed.
        is_needed: whether the table must have a heading row. Where it need not, a row below the
            first with only one known heading is taken for data.
    """
    searched = rows[:_SEARCHED]
    found = [_heading((row,), rows[place:], call) for place, row in enumerate(searched, 1)]
    best = max(found, key=lambda it: len(it.columns), default=None)
    if best is None or not best.columns:
        return None
    pairs = (_pair(rows, place, call) for place in range(1, len(searched)))
    best = max((best, *filter(None, pairs)), key=lambda it: len(it.columns))
    is_sure = is_needed or len(best.columns) >= _SURE or best is found[0]
    return best if is_sure else None


def template_heading(call: Call) -> Heading:
    """Return the template's columns as the heading of rows that have none."""
    asked = dict(enumerate(columns(call), 1))
    titles = {place: column.title for place, column in asked.items()}
    return Heading(0, 0, asked, {}, titles, frozenset())


def _pair(rows: Sequence[Row], place: int, call: Call) -> Heading | None:
    """Return two rows as one heading, whose lower row names parts of a title such as 联系方式.

    Every text of the lower row has to be a known heading: a row with a member's answers is none.
    """
    upper, lower = rows[place - 1 : place + 1]
    if len(_known(lower.cells, call)) < len(lower.cells):
        return None
    return _heading((upper, lower), rows[place + 1 :], call)


def _heading(named_in: Sequence[Row], below: Sequence[Row], call: Call) -> Heading:
    cells = {at: cell for row in named_in for at, cell in row.cells.items()}
    first: dict[int, Column] = {}
    again: dict[int, Column] = {}
    for place, column in sorted(_known(cells, call).items()):
        (again if column in first.values() else first)[place] = column
    titles = {at: cell.text for at, cell in cells.items()}
    for place, title in titles.items():
        meant = _by_what_is_below(title, place, below, call)
        if meant is not None and meant not in first.values():
            first[place] = meant
    serials = frozenset(at for at, title in titles.items() if _plain(title) in _SERIAL)
    return Heading(named_in[-1].number, named_in[0].number, first, again, titles, serials)


def _by_what_is_below(title: str, place: int, below: Sequence[Row], call: Call) -> Column | None:
    """Return the column of a heading of two meanings, by the answers that stand below it."""
    if _plain(title) not in _EITHER:
        return None
    asked = {column.name: column for column in columns(call)}
    texts = {row.cells[place].text for row in below if place in row.cells}
    kinds = [column for name in ("tier", "category") if (column := asked.get(name))]
    fits = {
        column: sum(usual(column, text, title) in column.options for text in texts)
        for column in kinds
    }
    return max(kinds, key=lambda it: fits[it], default=None)


def _known(cells: Mapping[int, Cell], call: Call) -> dict[int, Column]:
    found = ((at, _column(cell.text, call)) for at, cell in cells.items())
    return {at: column for at, column in found if column is not None}


def _column(title: str, call: Call) -> Column | None:
    """Return the column that a heading names by title or synonym, with or without a （note）."""
    known = _columns_by_title(call)
    return known.get(plain_name(title).strip(_ORNAMENT)) or known.get(_plain(title))


def _plain(title: str) -> str:
    """Return a heading without （note）, stars and other ornament."""
    plain = plain_name(title).strip(_ORNAMENT)
    return _NOTE.sub("", plain).strip(_ORNAMENT)


@lru_cache(maxsize=32)  # each heading is looked up
def _columns_by_title(call: Call) -> dict[str, Column]:
    asked = columns(call)
    others = {
        plain_name(word): column for column in asked for word in _SYNONYMS.get(column.name, ())
    }
    without_note = {_NOTE.sub("", plain_name(column.title)): column for column in asked}
    return others | without_note | {plain_name(column.title): column for column in asked}
