"""Read an application for a rule: note which answers were read, leave out hidden ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from validator.application import Application
from validator.application.base import Section, conditions, hidden
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


def each(some: Iterable[Section], *names: str) -> tuple[str, ...]:
    """JSON pointers of the same answers in each of several sections."""
    return tuple(place for section in some for place in at(section, *names))
