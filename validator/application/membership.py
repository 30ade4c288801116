"""How many members an alliance has: the one count of units, core members and categories.

A unit is counted once, however often it is listed (reading 4.2): rows are one unit's when they
bear one code, or one name where one of them has no code. The first row speaks for the unit, and the
lead stands first: a lead that is listed among the members again stays the lead, and core. Of a
unit that one row calls core and another ordinary, the agreement decides (C4 names the rows); it is
counted as core, since it was declared as core. Documents list the rows as they were typed, and
print these numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from validator.application.choices import Category, Tier
from validator.application.names import plain_name


class Named(Protocol):
    """A row of a list of units: a lead, a member, a partner, or the answers of one."""

    @property
    def name(self) -> str | None:
        """The unit's full name."""


class Sorted(Named, Protocol):
    """A row that says of which category its unit is."""

    @property
    def category(self) -> Category | None:
        """The unit's category."""


class Ranked(Named, Protocol):
    """A row that says whether its unit is a core member."""

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
"""The categories that the form has a number for; all others are its 其他."""


def distinct(rows: Iterable[Row]) -> list[Row]:
    """Rows without those of a unit that stands before."""
    rows = list(rows)
    codes = [getattr(row, "uscc", None) for row in rows]  # not asked of partners
    by_name = _codes_by_name(rows, codes) if None in codes else {}
    found: dict[object, Row] = {}
    for place, (row, code) in enumerate(zip(rows, codes, strict=True)):
        name = plain_name(row.name) if not code and row.name else place
        found.setdefault(code or by_name.get(name, name), row)
    return list(found.values())


def _codes_by_name(rows: Iterable[Named], codes: Iterable[str | None]) -> Mapping[object, str]:
    """Which code a row without one is likely to have: that of the row with its name."""
    pairs = zip(rows, codes, strict=True)
    return {plain_name(row.name): code for row, code in pairs if code and row.name}


def count(rows: Iterable[Named]) -> int:
    """How many units some rows are."""
    return len(distinct(rows))


def core(lead: One, members: Iterable[Other]) -> list[One | Other]:
    """The lead, and every unit that some row calls core."""
    named = [member for member in members if member.tier is Tier.CORE]
    return distinct([lead, *named])


def by_category(rows: Iterable[Sorted]) -> Mapping[Category, int]:
    """How many units there are of each category on the form; those without one are left out."""
    kinds = (row.category for row in distinct(rows) if row.category is not None)
    found = Counter(kind if kind in ON_THE_FORM else Category.OTHER for kind in kinds)
    return {kind: found[kind] for kind in ON_THE_FORM}
