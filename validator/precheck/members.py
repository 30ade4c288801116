"""Turns the pre-check's numbers of members into rows of an application.

A number says how many members, not which. `known` says only what is true of each row, so that a
draft may keep the rows. `supposed` gives the numbers to arbitrary rows, for the rules to count.
"""

from __future__ import annotations

from typing import Any

from validator.application.choices import RESEARCH_AND_INDUSTRY, Category, Standing, Tier
from validator.precheck.questions import Members

_CATEGORIES = {
    "enterprise": Category.ENTERPRISE,
    "university": Category.UNIVERSITY,
    "institute": Category.INSTITUTE,
    "others": Category.OTHER,
    "services": Category.INTERMEDIARY,
}
"""The category for each kind; the pre-check does not ask which service or other unit it is."""

Row = dict[str, Any]


def known(answers: Members) -> list[Row]:
    """Return one row for each member that was counted, with what is certainly true of that row.

    Which members are core is certain if none is, or if all are. If all are, but some row has no
    certain category, no row is called core: whether a 服务机构 may be core is left to people.
    """
    rows: list[Row] = [
        {"category": category.value} if category in RESEARCH_AND_INDUSTRY else {}
        for category in _categories(answers)
    ]
    complete = answers.total is not None
    if complete and answers.core == 0:
        rows = [row | {"tier": Tier.ORDINARY.value} for row in rows]
    elif complete and answers.core == answers.total and all(rows):
        rows = [row | {"tier": Tier.CORE.value} for row in rows]
    return _with_standing(rows, answers)


def supposed(answers: Members) -> list[Row]:
    """Return rows of which as many are core as the answers say; service organisations come last.

    While the number of some kind is not given, there may be more core members than rows. Rows
    without a category are then added for the others.
    """
    categories = _categories(answers)
    plain: list[Row] = [
        {"category": category.value}
        for category in categories
        if category is not Category.INTERMEDIARY
    ]
    services = [
        {"category": Category.INTERMEDIARY.value, "name": f"第 {number} 家服务机构"}
        for number in range(1, len(categories) - len(plain) + 1)
    ]
    if answers.total is None:
        plain += [{}] * ((answers.core or 0) - len(plain))
    rows = [row | _tier(place, answers) for place, row in enumerate([*plain, *services])]
    return _with_standing(rows, answers)


def _categories(answers: Members) -> list[Category]:
    return [
        category
        for kind, category in _CATEGORIES.items()
        for _ in range(getattr(answers, kind) or 0)
    ]


def _tier(place: int, answers: Members) -> Row:
    if answers.core is None:
        return {}
    if place < answers.core:
        return {"tier": Tier.CORE.value}
    return {} if answers.total is None else {"tier": Tier.ORDINARY.value}


def _with_standing(rows: list[Row], answers: Members) -> list[Row]:
    if answers.dependent != 0:
        return rows
    return [row | {"standing": Standing.INDEPENDENT.value} for row in rows]
