"""Answers as a rule reads them: what is read is noted, what is hidden is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar, TypeVar

from validator.application.base import Section, conditions, hidden
from validator.application.places import UNANSWERED, make, pointers

Given = TypeVar("Given")


@dataclass(slots=True)
class Log:
    """Which answers a rule has read, in order; which answers are hidden, and by which answer."""

    read: dict[str, None] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    conditions: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """The places read, and the places of the answers that decided whether these are asked."""
        found, conditions, places = dict(self.read), self.conditions, list(self.read)
        while places := [conditions[place] for place in places if place in conditions]:
            found.update(dict.fromkeys(places))
        return tuple(found)


class Answers:
    """The answers of one section, under the section's own names; each answer read is noted.

    Each kind of section has a class of answers (`validator.case.answers`): questions and lists of
    rows are properties that note their own JSON pointer when they are read, sub-sections are
    answers of their own. An answer hidden by an earlier answer reads as unanswered, a hidden list
    as empty.
    """

    __slots__ = ("_answers", "_hidden", "_read", "places", "pointer")

    section: ClassVar[type[Section]]
    """The kind of section whose answers these are."""

    kinds: ClassVar[Mapping[str, type[Answers]]]
    """The class of answers of each sub-section and of each list's rows, by name."""

    def __init__(self, section: Section, pointer: str, log: Log) -> None:
        """Take the answers of `section`, which stands at `pointer`; `log` notes what is read."""
        kind, answers, kinds = self.section, vars(section), self.kinds
        self.pointer = pointer
        self.places = places = pointers(kind, pointer)
        self._read, self._hidden, parts = log.read, frozenset[str](), make(kind)
        for name in parts.sections:
            setattr(self, name, kinds[name](answers[name], places[name], log))
        if waiting := _waiting(kind, pointer):
            log.conditions.update(waiting)
            self._hidden = frozenset(hidden(section))
        if self._hidden or parts.rows:
            answers = dict(answers)
            for name in self._hidden:
                answers[name] = () if name in parts.rows else None
                log.hidden.add(places[name])
            for name in parts.rows:
                rows = enumerate(answers[name])
                row_kind = kinds[name]
                answers[name] = tuple(
                    [row_kind(row, f"{places[name]}/{index}", log) for index, row in rows]
                )
        self._answers: Mapping[str, Any] = answers

    def blanks(self, names: Iterable[str], found: list[str]) -> None:
        """Note answers as read, and add the JSON pointers of those not given yet to `found`.

        A hidden question is not asked: its answer counts as read, and is not waited for.
        """
        read, places, answers = self._read, self.places, self._answers
        for name in names:
            place = places[name]
            read[place] = None
            if answers[name] in UNANSWERED and name not in self._hidden:
                found.append(place)


@lru_cache(maxsize=8192)  # the same from one check to the next
def _waiting(kind: type[Section], pointer: str) -> Mapping[str, str]:
    """Every place in a section that depends on an earlier answer, and that answer's place."""
    places = pointers(kind, pointer)
    return {places[name]: places[condition.earlier] for name, condition in conditions(kind)}


def noting(name: str) -> property:
    """A property that returns an answer and notes that it was read."""

    def read(self: Answers) -> Any:  # noqa: ANN401 - the stub of validator.case.answers has the type
        self._read[self.places[name]] = None
        return self._answers[name]

    return property(read)


def at(answers: Answers, *names: str) -> tuple[str, ...]:
    """JSON pointers of some answers in a section; none is noted as read."""
    return tuple([answers.places[name] for name in names])


def unanswered(answers: Answers, *names: str) -> tuple[str, ...]:
    """JSON pointers of those answers in a section that are not given yet; all are noted as read."""
    return tuple(blanks((answers,), *names))


def blanks(some: Iterable[Answers], *names: str) -> list[str]:
    """As `unanswered`, in each of several sections."""
    found: list[str] = []
    for answers in some:
        answers.blanks(names, found)
    return found


def each(some: Iterable[Answers], *names: str) -> tuple[str, ...]:
    """JSON pointers of the same answers in each of several sections; none is noted as read."""
    return tuple(place for answers in some for place in at(answers, *names))


def given(answer: Given | None) -> Given:
    """An answer that the rule has found given before: `unanswered` did not name its place.

    Raises:
        ValueError: the answer is not given. The rule is wrong: it would go on with a blank.
    """
    if answer is None:
        message = "a rule goes on with an answer that is not given"
        raise ValueError(message)
    return answer
