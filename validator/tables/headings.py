"""Finds the heading row of a table, and the column of each heading."""

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
from validator.tables.workbook import Row

_SEARCHED: Final = 20
"""The filled rows among which the heading row is looked for."""
_SURE: Final = 2
"""The known headings that make any row the heading row."""
_NOTE: Final = re.compile(r"\([^()]*\)")
_ORNAMENT: Final = "*:.·、"
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
    "high_tech": ("高新技术企业", "是否高企"),
    "high_tech_certificate": ("高新技术企业证书编号", "高企证书号", "高新证书编号"),
    "high_tech_issued_on": ("高企发证日期",),
}
"""Other headings that people write for a column."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading row of a table; places count from 1.

    Attributes:
        row: the number of the row; 0 for a table without one, which has the template's columns.
        columns: the column for each place with a known heading.
        again: the column for each place that repeats an earlier place's column.
        titles: the text of each heading as it is written, by place.
    """

    row: int
    columns: dict[int, Column]
    again: dict[int, Column]
    titles: dict[int, str]


def find_heading(rows: Sequence[Row], call: Call, *, is_needed: bool) -> Heading | None:
    """Return the heading row: the row near the top with the most known headings; None without one.

    Args:
        rows: the filled rows of a table.
        call: the call whose members are listed.
        is_needed: whether the table must have a heading row. Where it need not, a row below the
            first with only one known heading is taken for data.
    """
    found = [_heading(row, call) for row in rows[:_SEARCHED]]
    best = max(found, key=lambda it: len(it.columns), default=None)
    if best is None or not best.columns:
        return None
    is_sure = is_needed or len(best.columns) >= _SURE or best is found[0]
    return best if is_sure else None


def template_heading(call: Call) -> Heading:
    """Return the template's columns as the heading of rows that have none."""
    asked = dict(enumerate(columns(call), 1))
    return Heading(0, asked, {}, {place: column.title for place, column in asked.items()})


def _heading(row: Row, call: Call) -> Heading:
    first: dict[int, Column] = {}
    again: dict[int, Column] = {}
    for place, column in sorted(_known(row.cells, call).items()):
        (again if column in first.values() else first)[place] = column
    return Heading(row.number, first, again, {at: cell.text for at, cell in row.cells.items()})


def _known(cells: Mapping[int, Cell], call: Call) -> dict[int, Column]:
    found = ((at, _column(cell.text, call)) for at, cell in cells.items())
    return {at: column for at, column in found if column is not None}


def _column(title: str, call: Call) -> Column | None:
    """Return the column that a heading names by title or synonym, with or without a （note）."""
    plain = plain_name(title).strip(_ORNAMENT)
    known = _columns_by_title(call)
    return known.get(plain) or known.get(_NOTE.sub("", plain).strip(_ORNAMENT))


@lru_cache(maxsize=32)  # each heading is looked up
def _columns_by_title(call: Call) -> dict[str, Column]:
    asked = columns(call)
    others = {
        plain_name(word): column for column in asked for word in _SYNONYMS.get(column.name, ())
    }
    without_note = {_NOTE.sub("", plain_name(column.title)): column for column in asked}
    return others | without_note | {plain_name(column.title): column for column in asked}
