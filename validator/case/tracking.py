"""Answers as a rule reads them: each answer read is noted, and hidden answers do not count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar, TypeVar

from validator.application.base import Section, conditions, hidden
from validator.application.places import UNANSWERED, Make, make, pointers

Given = TypeVar("Given")


@dataclass(slots=True)
class Log:
    """What is noted while rules read answers.

    Attributes:
        read: the places that were read, in order, as the keys.
        hidden: the places of hidden answers.
        conditions: for each place that depends on an earlier answer, that answer's place.
    """

    read: dict[str, None] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    conditions: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """The places read, and the places of the earlier answers on which those depend."""
        conditions = self.conditions
        if conditions.keys().isdisjoint(self.read):
            return tuple(self.read)
        found, places = dict(self.read), list(self.read)
        while places := [conditions[place] for place in places if place in conditions]:
            found.update(dict.fromkeys(places))
        return tuple(found)


class Answers:
    """The answers of one section, under the names of the section's fields.

    Each kind of section has a class of answers (`validator.case.answers`). A question or a list of
    rows is a property that notes its JSON pointer when it is read; a sub-section is an object of
    such a class again. An answer that an earlier answer hides reads as unanswered, and a hidden
    list as empty.
    """

    __slots__ = ("_answers", "_hidden", "_read", "places", "pointer")

    section: ClassVar[type[Section]]
    """The kind of section whose answers these are."""

    kinds: ClassVar[Mapping[str, type[Answers]]]
    """The class of answers of each sub-section and of each list's rows, by name."""

    def __init__(self, section: Section, pointer: str, log: Log) -> None:
        """Take the answers of `section`, which stands at `pointer`; `log` notes answers read."""
        layout = _layout(type(section), self.section, pointer)
        places, parts, kinds = layout.places, layout.parts, self.kinds
        self.pointer, self.places, self._read = pointer, places, log.read
        answers, self._hidden = vars(section), layout.unasked
        if layout.conditions:
            log.conditions.update(layout.conditions)
            self._hidden = self._hidden.union(hidden(section))
        if layout.unasked:
            answers = answers | {name: getattr(section, name) for name in layout.unasked}
        for name in parts.sections:
            setattr(self, name, kinds[name](answers[name], places[name], log))
        if self._hidden or parts.rows:
            answers = dict(answers)
            for name in self._hidden.difference(parts.sections):
                answers[name] = () if name in parts.rows else None
                log.hidden.add(places[name])
            for name in parts.rows:
                rows = enumerate(answers[name])
                row_kind = kinds[name]
                answers[name] = tuple(
                    [row_kind(row, f"{places[name]}/{index}", log) for index, row in rows]
                )
        self._answers: Mapping[str, Any] = answers

    def answer(self, name: str) -> Any:  # noqa: ANN401 - whatever the question takes
        """Return the answer to a question by its name, and note the answer as read.

        A call's own questions have no property, since the classes are the vocabulary's.
        """
        self._read[self.places[name]] = None
        return self._answers[name]

    def blanks(self, names: Iterable[str], found: list[str]) -> None:
        """Note answers as read, and add the JSON pointers of those not given yet to `found`.

        A hidden question is noted as read and is not added, since the form does not ask it.
        """
        read, places, answers = self._read, self.places, self._answers
        for name in names:
            place = places[name]
            read[place] = None
            if answers[name] in UNANSWERED and name not in self._hidden:
                found.append(place)


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is the same for all answers of one kind of section at one place.

    Attributes:
        places: the JSON pointer of each field.
        conditions: each place that depends on an earlier answer, with the place of that answer.
        unasked: what the call does not ask of such a section. A rule of the call reads only what
            the call asks, and what it does not ask counts as hidden.
        parts: which fields are questions, sub-sections and lists of rows.
    """

    places: Mapping[str, str]
    conditions: Mapping[str, str]
    unasked: frozenset[str]
    parts: Make


@lru_cache(maxsize=8192)  # each check asks for the same places again
def _layout(kind: type[Section], vocabulary: type[Section], pointer: str) -> _Layout:
    places = pointers(kind, pointer)
    unasked = frozenset(vocabulary.model_fields).difference(kind.model_fields)
    return _Layout(
        places={**pointers(vocabulary, pointer), **places} if unasked else places,
        conditions={places[name]: places[it.earlier] for name, it in conditions(kind)},
        unasked=unasked,
        parts=make(vocabulary if unasked else kind),
    )


def noting(name: str) -> property:
    """Return a property that returns the answer `name` and notes it as read."""

    def read(self: Answers) -> Any:  # noqa: ANN401 - the stub of validator.case.answers has the type
        self._read[self.places[name]] = None
        return self._answers[name]

    return property(read)


def at(answers: Answers, *names: str) -> tuple[str, ...]:
    """Return the JSON pointers of some answers in a section; none is noted as read."""
    return tuple([answers.places[name] for name in names])


def unanswered(answers: Answers, *names: str) -> tuple[str, ...]:
    """Return the JSON pointers of those answers that are not given yet; all are noted as read."""
    return tuple(blanks((answers,), *names))


def blanks(some: Iterable[Answers], *names: str) -> list[str]:
    """Return what `unanswered` returns, for each of several sections in one list."""
    found: list[str] = []
    for answers in some:
        answers.blanks(names, found)
    return found


def each(some: Iterable[Answers], *names: str) -> tuple[str, ...]:
    """Return what `at` returns, for each of several sections in one tuple."""
    return tuple(place for answers in some for place in at(answers, *names))


def given(answer: Given | None) -> Given:
    """Return an answer that a rule has already made sure of, e.g. by `unanswered`.

    Raises:
        ValueError: the answer is not given: a mistake in the rule, which would judge a blank.
    """
    if answer is None:
        message = "a rule goes on with an answer that is not given"
        raise ValueError(message)
    return answer
