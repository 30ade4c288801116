"""Read an application for a rule: note which answers were read, leave out hidden ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import Any

from validator.application import Application, Unit
from validator.application.base import Section, conditions, hidden
from validator.application.credit import Partner
from validator.application.names import plain_name, plain_names, same_name
from validator.application.places import UNANSWERED, make, pointers


@dataclass(slots=True)
class Log:
    """Which answers a rule has read, in order; which are hidden, and by what."""

    read: dict[str, None] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    conditions: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """What was read, and the answers that decided whether it was there to be read."""
        found, conditions, places = dict(self.read), self.conditions, list(self.read)
        while places := [conditions[place] for place in places if place in conditions]:
            found.update(dict.fromkeys(places))
        return tuple(found)


class Reader:
    """Stands in for a `Section`: same names, but every answer read is noted by JSON pointer.

    Each kind of section has its kind of reader (`_kind`): answers and lists of rows are
    properties that note themselves, sub-sections are readers of their own. An answer hidden by an
    earlier one reads as unanswered, a hidden list as empty.
    """

    __slots__ = ("_answers", "_hidden", "_read", "places", "pointer")

    def __init__(self, section: Section, pointer: str, log: Log) -> None:
        """Wrap `section`, which stands at `pointer`; answers read are added to `log`."""
        kind, answers = type(section), vars(section)
        self.pointer = pointer
        self.places = places = pointers(kind, pointer)
        self._read, self._hidden, parts = log.read, frozenset(), make(kind)
        for name in parts.sections:
            setattr(self, name, reader(answers[name], places[name], log))
        if waiting := _waiting(kind, pointer):
            log.conditions.update(waiting)
            self._hidden = hidden(section)
        if self._hidden or parts.rows:
            answers = dict(answers)
            for name in self._hidden:
                answers[name] = () if name in parts.rows else None
                log.hidden.add(places[name])
            for name in parts.rows:
                rows = enumerate(answers[name])
                answers[name] = tuple(
                    [reader(row, f"{places[name]}/{at}", log) for at, row in rows]
                )
        self._answers = answers

    def blanks(self, names: Iterable[str], found: list[str]) -> None:
        """Note answers as read, and add the JSON pointers of those not given yet to `found`.

        What is hidden is not asked: it is read as unanswered, and nobody waits for it.
        """
        read, places, answers = self._read, self.places, self._answers
        for name in names:
            place = places[name]
            read[place] = None
            if answers[name] in UNANSWERED and name not in self._hidden:
                found.append(place)


def reader(section: Section, pointer: str, log: Log) -> Any:  # noqa: ANN401 - like the section
    """Return what stands in for a section that stands at `pointer`."""
    return _kind(type(section))(section, pointer, log)


@lru_cache(maxsize=8192)  # the same from one check to the next
def _waiting(kind: type[Section], pointer: str) -> Mapping[str, str]:
    """Every place in a section that waits for an earlier answer, and where that answer stands."""
    places = pointers(kind, pointer)
    return {places[name]: places[condition.earlier] for name, condition in conditions(kind)}


@cache
def _kind(section: type[Section]) -> type[Reader]:
    parts = make(section)
    answers = {name: _answer(name) for name in (*parts.questions, *parts.rows)}
    return type(f"{section.__name__}Reader", (Reader,), {"__slots__": parts.sections, **answers})


def _answer(name: str) -> property:
    def read(self: Reader) -> Any:  # noqa: ANN401 - whatever the answer is
        self._read[self.places[name]] = None
        return self._answers[name]

    return property(read)


def at(section: Section | Application, *names: str) -> tuple[str, ...]:
    """JSON pointers of answers in a section that a rule is reading."""
    return tuple([section.places[name] for name in names])


def unanswered(section: Reader, *names: str) -> tuple[str, ...]:
    """JSON pointers of those answers in a section that are not given yet; all are noted as read."""
    return tuple(blanks((section,), *names))


def blanks(some: Iterable[Reader], *names: str) -> list[str]:
    """The same in each of several sections."""
    found: list[str] = []
    for section in some:
        section.blanks(names, found)
    return found


def units(application: Application) -> tuple[Unit, ...]:
    """Lead and members, the lead first: the units of the alliance."""
    return (application.lead, *application.members)


def label(unit: Unit | Partner) -> str:
    """A unit's name, or its row where it has none yet."""
    if unit.name:
        return unit.name
    return "（未填名称的合作单位）" if unit.pointer.startswith("/partners") else _row(unit)


def labels(some: Iterable[Unit | Partner]) -> str:
    """The units' names joined for a sentence, each once; rows of one name are told apart."""
    rows: dict[str, dict[str, Unit | Partner]] = {}
    for unit in some:
        rows.setdefault(plain_name(label(unit)), {})[unit.pointer] = unit
    return listing(_together(list(one.values())) for one in rows.values())


def _together(rows: list[Unit | Partner]) -> str:
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


def _row(unit: Unit) -> str:
    return "牵头单位" if unit.pointer == "/lead" else f"第 {_number(unit)} 家成员"


def _number(row: Unit | Partner) -> str:
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


def submission_day(application: Application, on: date | None) -> date | None:
    """The day that is checked for; noted as read, since the answer decides it."""
    _ = application.submission.planned_on
    return on


def each(some: Iterable[Section], *names: str) -> tuple[str, ...]:
    """JSON pointers of the same answers in each of several sections."""
    return tuple(place for section in some for place in at(section, *names))


def unlisted(application: Application) -> tuple[str, ...]:
    """The question that is open until the applicant says that all members are listed."""
    listed = application.alliance.members_listed
    return () if listed else at(application.alliance, "members_listed")


def unnamed(application: Application) -> tuple[str, ...]:
    """What may yet turn a stranger into a member: names not given, members not listed."""
    names = blanks(units(application), "name")
    return (*names, *unlisted(application))


def unit_names(application: Application) -> set[str]:
    """The names of lead and members that have one, each as `plain_name` writes it."""
    return plain_names(unit.name for unit in units(application))


def is_unit(name: str, application: Application) -> bool:
    """Whether a name is that of the lead or a member."""
    return any(same_name(name, unit.name) for unit in units(application))


def codes_open(some: Iterable[Reader]) -> list[str]:
    """Where units' codes are not given yet; one that has none names its registration instead."""
    found: list[str] = []
    for unit in some:
        if unit.uscc is None:
            found += unanswered(unit, *(("registration",) if unit.no_uscc else ("uscc", "no_uscc")))
    return found


def without_code(some: Iterable[Unit]) -> list[Unit]:
    """The units that say that they have no code (abroad, 港澳台), and give none (reading 4.28)."""
    return [unit for unit in some if unit.uscc is None and unit.no_uscc]
