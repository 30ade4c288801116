"""What several rules ask about the units of an alliance, and how sentences name the units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Any

from validator.application.names import plain_name, plain_names, same_name
from validator.case import Case, at, blanks, unanswered
from validator.case.answers import PartnerAnswers, UnitAnswers


def of_units(*names: str) -> tuple[str, ...]:
    """Return the patterns (`validator.rules.reads`) of some answers of every unit."""
    return tuple(f"{unit}/{name}" for unit in ("/lead", "/members/-") for name in names)


MEMBERSHIP = ("/members", "/alliance/members_listed", *of_units("uscc", "name"))
"""What is read to list all units and to count each once (`validator.application.membership`)."""


def units(case: Case) -> tuple[UnitAnswers, ...]:
    """Return the units of the alliance: the lead, then the members."""
    return (case.lead, *case.members)


def label(unit: UnitAnswers | PartnerAnswers) -> str:
    """Return a unit's name; while the name is not given, the unit's row, e.g. 第 2 家成员."""
    if unit.name:
        return unit.name
    return "（未填名称的合作单位）" if unit.pointer.startswith("/partners") else _row(unit)


def labels(some: Iterable[UnitAnswers | PartnerAnswers]) -> str:
    """Return units' names joined for a sentence, each once, with the rows of a repeated name."""
    rows: dict[str, dict[str, UnitAnswers | PartnerAnswers]] = {}
    for unit in some:
        rows.setdefault(plain_name(label(unit)), {})[unit.pointer] = unit
    return listing(_together(list(one.values())) for one in rows.values())


def _together(rows: list[UnitAnswers | PartnerAnswers]) -> str:
    """Return one name with the rows that have it: 甲（牵头单位，第 2、5 家成员）."""
    name = label(rows[0])
    if len(rows) == 1 or not rows[0].name:
        return name
    kinds = {"/members": "家成员", "/partners": "家合作单位"}
    said = ["牵头单位" for row in rows if row.pointer == "/lead"]
    for path, kind in kinds.items():
        numbers = [_number(row) for row in rows if row.pointer.startswith(path)]
        said += [f"第 {'、'.join(numbers)} {kind}"] if numbers else []
    return f"{name}（{'，'.join(said)}）"


def _row(unit: UnitAnswers | PartnerAnswers) -> str:
    return "牵头单位" if unit.pointer == "/lead" else f"第 {_number(unit)} 家成员"


def _number(row: UnitAnswers | PartnerAnswers) -> str:
    return str(int(row.pointer.rpartition("/")[2]) + 1)


def listing(names: Iterable[str], most: int = 5) -> str:
    """Return names joined for a sentence, each once, at most `most` of them: 甲、乙等 7 家."""
    names = list(dict.fromkeys(names))
    cut = "、".join(names[:most])
    return cut if len(names) <= most else f"{cut}等 {len(names)} 家"


def repeated(some: Iterable[Any], said: Callable[[Any], Hashable]) -> list[Any]:
    """Return the items of `some` that share a value of `said` with another; blank values aside."""
    told = [(one, said(one)) for one in some]
    times = Counter(words for _, words in told if words)
    return [one for one, words in told if times[words] > 1]


def submission_day(case: Case) -> date | None:
    """Return the day of submission, and note the planned day, which decides it, as read."""
    _ = case.submission.planned_on
    return case.on


def unlisted(case: Case) -> tuple[str, ...]:
    """Return the place of the question whether all members are listed, until the answer is yes."""
    listed = case.alliance.members_listed
    return () if listed else at(case.alliance, "members_listed")


def unnamed(case: Case) -> tuple[str, ...]:
    """Return the open places whose answers may still show that a name belongs to a member."""
    names = blanks(units(case), "name")
    return (*names, *unlisted(case))


def unit_names(case: Case) -> set[str]:
    """Return the names of lead and members that are given, each as `plain_name` writes it."""
    return plain_names(unit.name for unit in units(case))


def is_unit(name: str, case: Case) -> bool:
    """Whether a name is that of the lead or a member."""
    return any(same_name(name, unit.name) for unit in units(case))


def codes_open(some: Iterable[UnitAnswers]) -> list[str]:
    """Return the places of credit codes not given yet; for a unit without one, its registration."""
    found: list[str] = []
    for unit in some:
        if unit.uscc is None:
            found += unanswered(unit, *(("registration",) if unit.no_uscc else ("uscc", "no_uscc")))
    return found


def denying_their_code(some: Iterable[UnitAnswers]) -> list[UnitAnswers]:
    """Return the units that have a credit code although the applicant says that they have none."""
    return [unit for unit in some if unit.no_uscc and unit.uscc]


def without_code(some: Iterable[UnitAnswers]) -> list[UnitAnswers]:
    """Return the units that have no credit code (abroad, 港澳台; reading 4.28).

    A code not given yet looks the same: ask `codes_open` first.
    """
    return [unit for unit in some if unit.uscc is None]
