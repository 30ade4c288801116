"""What offices usually write in a cell, as the answer that it means.

A table that an office keeps for itself says √ where the form says 是, and 山西 where the form says
山西省; days are written in five ways. A text that is not known here stays as it is: the question
then says what it takes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from validator.application.names import half_width, plain_name
from validator.chinese import NO, YES
from validator.reference import PROVINCES
from validator.tables.columns import Column

_DAY: Final = re.compile(
    r"(?P<year>\d{4})\s*(?P<between>[-/.年])\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:\s+0{1,2}:00(?::00)?)?"
)
_DIGITS: Final = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_SAYS_YES: Final = ("√", "✓", "✔", "☑", "y", "yes", "是的", "已")
_SAYS_NO: Final = ("×", "✗", "✘", "☒", "n", "no", "不是", "未")
_HAS, _HAS_NOT = "有", ("无", "没有")
_ENDINGS: Final = re.compile(
    r"(?:省|市|自治区|特别行政区)$|(?:壮族|回族|维吾尔)(?:自治区)$|特别行政区$"
)
_CATEGORIES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "企业": ("公司", "企业单位", "生产企业"),
        "高校": ("大学", "院校", "高等院校", "高等学校", "大专院校"),
        "科研机构": ("科研院所", "科研单位", "研究院", "研究所", "研究院所", "院所"),
        "金融组织": ("金融机构", "金融"),
        "科技中介": ("中介机构", "科技中介机构", "科技服务机构"),
        "协会学会": ("协会", "学会", "行业协会"),
        "机关": ("政府机关", "行政机关", "政府部门"),
    }
)
_TIERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "核心成员": ("核心", "核心单位", "核心成员单位"),
        "一般成员": ("一般", "一般单位", "一般成员单位", "普通", "普通成员"),
    }
)
_OTHER_WORDS: Final = MappingProxyType({"category": _CATEGORIES, "tier": _TIERS})
"""Other words that people write for an answer, by the column's name and the answer."""


def usual(column: Column, text: str, heading: str) -> str:
    """Return the words of the form for what is written in a cell.

    Args:
        column: The cell's column.
        text: What is written.
        heading: The heading as it is written above the cell; under 是否核心成员 a 是 means a core
            member.
    """
    if column.is_date:
        return _day(text)
    plain = plain_name(text)
    if column.name == "province":
        return _provinces().get(plain, text)
    if column.name == "tier" and "是否" in heading:
        return {YES: "核心成员", NO: "一般成员"}.get(_yes_or_no(plain, heading), text)
    if column.options == (YES, NO):
        return _yes_or_no(plain, f"{heading}{column.title}") or text
    if column.is_one_of:
        return _words(column.name, column.options).get(plain, text)
    return text


def _day(text: str) -> str:
    """Return a day as 年-月-日; a text that names no day of the calendar, as it is."""
    plain = half_width(text).strip()
    found = _DAY.fullmatch(plain) or _DIGITS.fullmatch(plain)
    if found is None:
        return text
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return text


def _yes_or_no(plain: str, question: str) -> str:
    """Return 是 or 否; empty for a text that says neither."""
    return _answers(is_of_absence="没有" in question).get(plain, "")


@cache
def _answers(*, is_of_absence: bool) -> Mapping[str, str]:
    """Return what is 是 or 否 under a question.

    有 and 无 answer a question whether something is there, and say nothing under a question
    whether something is not there, such as 是否没有统一社会信用代码.
    """
    answers = {YES: [YES, *_SAYS_YES], NO: [NO, *_SAYS_NO]}
    if not is_of_absence:
        answers[YES] += [_HAS]
        answers[NO] += _HAS_NOT
    return {plain_name(word): answer for answer, words in answers.items() for word in words}


@cache
def _provinces() -> Mapping[str, str]:
    """Return the full name of each province by the name without 省, 市 or 自治区."""
    return {plain_name(_ENDINGS.sub("", name)): name for name in PROVINCES}


@cache
def _words(name: str, options: tuple[str, ...]) -> Mapping[str, str]:
    known = _OTHER_WORDS.get(name, {})
    return {plain_name(word): option for option in options for word in known.get(option, ())}
