"""Numbers of members as rows of an application: those that are certain, and those supposed.

A number says how many, not which. `known` holds only what is true of every row, so that it may
be carried over; `supposed` gives the number to arbitrary rows, for the rules to count.
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
"""Which kind of service or other unit is not asked: one of them stands for all."""

Row = dict[str, Any]


def known(answers: Members) -> list[Row]:
    """Return one row for each member that was counted, with what is true of that very row.

    Who is core is left open while some kind is: whether a service may be core is for a human.
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
    """Return rows of which the right number are core: services last, strangers before them.

    Core members beyond those counted are added while the count is not complete.
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
