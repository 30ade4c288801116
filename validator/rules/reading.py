"""Read an application for a rule: note which answers were read, leave out hidden ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from validator.application import Application, Unit
from validator.application.base import Section, conditions, hidden
from validator.application.places import UNANSWERED, make, pointers
from validator.application.text import plain_name


@dataclass(slots=True)
class Log:
    """Which answers a rule has read, in order; which are hidden, and by what."""

    read: dict[str, None] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    conditions: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """What was read, and the answers that decided whether it was there to be read."""
        if self.conditions.keys().isdisjoint(self.read):
            return tuple(self.read)
        earlier = (self.conditions[place] for place in self.read if place in self.conditions)
        return tuple(dict.fromkeys((*self.read, *earlier)))


class Reader:
    """Stands in for a `Section`: same names, but every answer read is noted by JSON pointer.

    Each kind of section has its kind of reader (`_kind`): answers and lists of rows are
    properties that note themselves, sub-sections are readers of their own. An answer hidden by an
    earlier one (`shown_if`) reads as unanswered.
    """

    __slots__ = ("_answers", "_read", "places", "pointer")

    def __init__(self, section: Section, pointer: str, log: Log) -> None:
        """Wrap `section`, which stands at `pointer`; answers read are added to `log`."""
        kind, answers = type(section), vars(section)
        self.pointer = pointer
        self.places = places = pointers(kind, pointer)
        self._read, parts = log.read, make(kind)
        for name in parts.sections:
            setattr(self, name, reader(answers[name], places[name], log))
        if (asked_if := conditions(kind)) or parts.rows:
            answers = dict(answers)
            for name, (earlier, _) in asked_if:
                log.conditions[places[name]] = places[earlier]
            for name in hidden(section):
                answers[name] = None
                log.hidden.add(places[name])
            for name in parts.rows:
                rows = enumerate(answers[name])
                answers[name] = tuple(
                    [reader(row, f"{places[name]}/{at}", log) for at, row in rows]
                )
        self._answers = answers

    def blanks(self, names: Iterable[str], found: list[str]) -> None:
        """Note answers as read, and add the JSON pointers of those not given yet to `found`."""
        read, places, answers = self._read, self.places, self._answers
        for name in names:
            place = places[name]
            read[place] = None
            if answers[name] in UNANSWERED:
                found.append(place)


def reader(section: Section, pointer: str, log: Log) -> Any:  # noqa: ANN401 - like the section
    """Return what stands in for a section that stands at `pointer`."""
    return _kind(type(section))(section, pointer, log)


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


def label(unit: Unit) -> str:
    """A unit's name, or its row where it has none yet."""
    if unit.name:
        return unit.name
    if unit.pointer == "/lead":
        return "牵头单位"
    return f"第 {int(unit.pointer.rpartition('/')[2]) + 1} 家成员"


def listing(names: Iterable[str], most: int = 5) -> str:
    """Names joined for a sentence, long lists cut: 甲、乙等 7 家."""
    names = list(names)
    cut = "、".join(names[:most])
    return cut if len(names) <= most else f"{cut}等 {len(names)} 家"


def labels(some: Iterable[Unit]) -> str:
    """The units' names joined for a sentence."""
    return listing(label(unit) for unit in some)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same but for width, case and spaces."""
    return one is not None and other is not None and plain_name(one) == plain_name(other)


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


def plain_names(names: Iterable[str | None]) -> set[str]:
    """Names for comparison, those aside that are not given."""
    return {plain_name(name) for name in names if name}


def is_unit(name: str, application: Application) -> bool:
    """Whether a name is that of the lead or a member."""
    wanted = plain_name(name)
    return any(plain_name(unit.name or "") == wanted for unit in units(application))


def identity(unit: Unit) -> str:
    """What tells units apart (reading 4.2): the code, else the name, else the row."""
    return unit.uscc or plain_name(unit.name or unit.pointer)


def distinct(some: Iterable[Unit]) -> list[Unit]:
    """Units without those that stand twice."""
    return list({identity(unit): unit for unit in reversed(list(some))}.values())[::-1]
