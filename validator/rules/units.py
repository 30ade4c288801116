"""What rules ask of the units of an alliance, and how they name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Any

from validator.application.names import plain_name, plain_names, same_name
from validator.case import Case, at, blanks, unanswered
from validator.case.answers import PartnerAnswers, UnitAnswers


def units(case: Case) -> tuple[UnitAnswers, ...]:
    """Lead and members, the lead first: the units of the alliance."""
    return (case.lead, *case.members)


def label(unit: UnitAnswers | PartnerAnswers) -> str:
    """A unit's name, or its row where it has none yet."""
    if unit.name:
        return unit.name
    return "（未填名称的合作单位）" if unit.pointer.startswith("/partners") else _row(unit)


def labels(some: Iterable[UnitAnswers | PartnerAnswers]) -> str:
    """The units' names joined for a sentence, each once; rows of one name are told apart."""
    rows: dict[str, dict[str, UnitAnswers | PartnerAnswers]] = {}
    for unit in some:
        rows.setdefault(plain_name(label(unit)), {})[unit.pointer] = unit
    return listing(_together(list(one.values())) for one in rows.values())


def _together(rows: list[UnitAnswers | PartnerAnswers]) -> str:
    """One name for several rows: 甲（牵头单位，第 2、5 家成员）."""
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
    """Names joined for a sentence, each once, long lists cut: 甲、乙等 7 家."""
    names = list(dict.fromkeys(names))
    cut = "、".join(names[:most])
    return cut if len(names) <= most else f"{cut}等 {len(names)} 家"


def repeated(some: Iterable[Any], said: Callable[[Any], Hashable]) -> list[Any]:
    """Those of several that say the same as another; what is not said is not the same."""
    told = [(one, said(one)) for one in some]
    times = Counter(words for _, words in told if words)
    return [one for one, words in told if times[words] > 1]


def submission_day(case: Case) -> date | None:
    """The day that is checked for; noted as read, since the answer decides it."""
    _ = case.submission.planned_on
    return case.on


def unlisted(case: Case) -> tuple[str, ...]:
    """The question that is open until the applicant says that all members are listed."""
    listed = case.alliance.members_listed
    return () if listed else at(case.alliance, "members_listed")


def unnamed(case: Case) -> tuple[str, ...]:
    """What may yet turn a stranger into a member: names not given, members not listed."""
    names = blanks(units(case), "name")
    return (*names, *unlisted(case))


def unit_names(case: Case) -> set[str]:
    """The names of lead and members that have one, each as `plain_name` writes it."""
    return plain_names(unit.name for unit in units(case))


def is_unit(name: str, case: Case) -> bool:
    """Whether a name is that of the lead or a member."""
    return any(same_name(name, unit.name) for unit in units(case))


def codes_open(some: Iterable[UnitAnswers]) -> list[str]:
    """Where units' codes are not given yet; one that has none names its registration instead."""
    found: list[str] = []
    for unit in some:
        if unit.uscc is None:
            found += unanswered(unit, *(("registration",) if unit.no_uscc else ("uscc", "no_uscc")))
    return found


def without_code(some: Iterable[UnitAnswers]) -> list[UnitAnswers]:
    """The units without a code (abroad, 港澳台; reading 4.28), once `codes_open` finds no gap."""
    return [unit for unit in some if unit.uscc is None]
