"""Counts an alliance's units, core members and categories; every rule and document counts here.

A unit that is listed in several rows counts once (reading 4.2). Rows are the same unit when they
have the same credit code, or the same name and one of them has no code. The unit's first row tells
its category. The lead comes first, so that a lead who is also listed as a member stays the lead and
a core member. A unit is a core member when any of its rows says so; a hint names contradictory
rows. Documents list every row as it was typed, and print the numbers that are counted here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from validator.application.choices import Category, Tier
from validator.application.names import plain_name


class Named(Protocol):
    """A row of a list of units: a lead, a member or a partner, as a model or as answers."""

    @property
    def name(self) -> str | None:
        """The unit's full name."""


class Sorted(Named, Protocol):
    """A row with its unit's category."""

    @property
    def category(self) -> Category | None:
        """The unit's category."""


class Ranked(Named, Protocol):
    """A row with whether its unit is a core member."""

    @property
    def tier(self) -> Tier | None:
        """Whether the agreement lists the unit as core or as ordinary member."""


Row = TypeVar("Row", bound=Named)
One = TypeVar("One", bound=Named)
Other = TypeVar("Other", bound=Ranked)

ON_THE_FORM = (
    Category.ENTERPRISE,
    Category.UNIVERSITY,
    Category.INSTITUTE,
    Category.FINANCE,
    Category.INTERMEDIARY,
    Category.MARKETING,
    Category.OTHER,
)
"""The categories whose numbers the 申请表 asks for; units of other categories count as 其他."""


def distinct(rows: Iterable[Row]) -> list[Row]:
    """Return the first row of each unit."""
    rows = list(rows)
    codes = [getattr(row, "uscc", None) for row in rows]  # A partner is not asked for a code.
    by_name = _codes_by_name(rows, codes) if None in codes else {}
    found: dict[object, Row] = {}
    for place, (row, code) in enumerate(zip(rows, codes, strict=True)):
        name = plain_name(row.name) if not code and row.name else place
        found.setdefault(code or by_name.get(name, name), row)
    return list(found.values())


def _codes_by_name(rows: Iterable[Named], codes: Iterable[str | None]) -> Mapping[object, str]:
    """Return the code by name, for rows with both: rows without a code are matched by name."""
    pairs = zip(rows, codes, strict=True)
    return {plain_name(row.name): code for row, code in pairs if code and row.name}


def count(rows: Iterable[Named]) -> int:
    """Return the number of units among some rows."""
    return len(distinct(rows))


def core(lead: One, members: Iterable[Other]) -> list[One | Other]:
    """Return the lead and every unit that some row calls core, each once."""
    named = [member for member in members if member.tier is Tier.CORE]
    return distinct([lead, *named])


def by_category(rows: Iterable[Sorted]) -> Mapping[Category, int]:
    """Return the number of units of each category in `ON_THE_FORM`; blanks do not count."""
    kinds = (row.category for row in distinct(rows) if row.category is not None)
    found = Counter(kind if kind in ON_THE_FORM else Category.OTHER for kind in kinds)
    return {kind: found[kind] for kind in ON_THE_FORM}
