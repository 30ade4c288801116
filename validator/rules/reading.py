"""Read an application for a rule: note which answers were read, leave out hidden ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from validator.application import Application, Unit
from validator.application.base import Section, hidden
from validator.application.text import plain_name


@dataclass(slots=True)
class Log:
    """Which answers a rule has read, in order, and which questions are hidden by others."""

    read: dict[str, None] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)


class Reader:
    """Stands in for a `Section`: same names, but every answer read is noted by JSON pointer.

    Sub-sections and rows are plain attributes; answers go through `__getattr__`, which notes
    them. An answer hidden by an earlier one (`shown_if`) reads as unanswered.
    """

    def __init__(self, section: Section, pointer: str, log: Log) -> None:
        """Wrap `section`, which stands at `pointer`; answers read are added to `log`."""
        self.pointer = pointer
        self._log = log.read
        self._answers: dict[str, Any] = {}
        unasked = hidden(section)
        for name in type(section).model_fields:
            value = getattr(section, name)
            place = f"{pointer}/{name}"
            if name in unasked:
                self._answers[name] = None
                log.hidden.add(place)
            elif isinstance(value, Section):
                self.__dict__[name] = Reader(value, place, log)
            elif isinstance(value, tuple) and any(isinstance(row, Section) for row in value):
                self._answers[name] = tuple(
                    Reader(row, f"{place}/{index}", log) for index, row in enumerate(value)
                )
            else:
                self._answers[name] = value

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the answer is
        """Return an answer and note that it was read."""
        try:
            value = self.__dict__["_answers"][name]
        except KeyError:
            raise AttributeError(name) from None
        self._log[f"{self.pointer}/{name}"] = None
        return value


def at(section: Section | Application, *names: str) -> tuple[str, ...]:
    """JSON pointers of answers in a section that a rule is reading."""
    return tuple(f"{section.pointer}/{name}" for name in names)


def unanswered(section: Section, *names: str) -> tuple[str, ...]:
    """JSON pointers of those among `names` that have no answer yet."""
    return at(section, *(name for name in names if getattr(section, name) in (None, ())))


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
    names = (place for unit in units(application) for place in unanswered(unit, "name"))
    return (*names, *unlisted(application))


def is_unit(name: str, application: Application) -> bool:
    """Whether a name is that of the lead or a member."""
    return any(same_name(name, unit.name) for unit in units(application))


def identity(unit: Unit) -> str:
    """What tells units apart (reading 4.2): the code, else the name, else the row."""
    return unit.uscc or plain_name(unit.name or unit.pointer)


def distinct(some: Iterable[Unit]) -> list[Unit]:
    """Units without those that stand twice."""
    return list({identity(unit): unit for unit in reversed(list(some))}.values())[::-1]
