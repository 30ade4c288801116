"""Tells how far each section of an application is, for the task list beside the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from validator.application.base import Section
from validator.application.places import UNANSWERED, Asked, make
from validator.problems import Problem
from validator.report import Finding, Report, Status
from validator.words import Word

_PRESET = ("notice",)
"""Questions that the site answers itself, which do not count as begun."""


class State(Word):
    """How far a section is."""

    NOT_STARTED = "not_started", "未开始"
    STARTED = "started", "进行中"
    DONE = "done", "已填完"
    FAULTY = "faulty", "有问题"


@dataclass(frozen=True, slots=True)
class SectionState:
    """A section of the form, and how far it is.

    Attributes:
        pointer: the section's JSON pointer.
        state: how far the section is.
        answered: the number of its questions that are asked and answered.
        wanted: the number of its answers that open binding findings need.
    """

    pointer: str
    state: State
    answered: int
    wanted: int


def progress(
    asked: Asked, report: Report, problems: Iterable[Problem] = ()
) -> tuple[SectionState, ...]:
    """Return the state of every section, in the order of the form.

    Args:
        asked: the questions of an application.
        report: the report of its check.
        problems: answers that could not be used.
    """
    wanted = {p for f in report.findings if _keeps_open(f) for p in f.settles}
    faulty = {problem.pointer for problem in problems}
    faulty |= {p for f in report.findings if f.status is Status.NOT_MET for p in f.settles}
    tallies = [
        _by_field(place for place, held in asked.answers.items() if held not in UNANSWERED),
        _by_field(wanted),
        _by_field(faulty),
    ]
    return tuple(
        _state(names, *(sum(tally[name] for name in names) for tally in tallies))
        for names in _sections(asked.of)
    )


def _state(names: tuple[str, ...], answered: int, wanted: int, faulty: int) -> SectionState:
    if faulty:
        state = State.FAULTY
    elif not answered:
        state = State.NOT_STARTED
    else:
        state = State.STARTED if wanted else State.DONE
    return SectionState(f"/{names[-1]}", state, answered, wanted)


def _sections(kind: type[Section]) -> Iterator[tuple[str, ...]]:
    """Yield the names of the fields in each section of the form.

    A question that stands at the top of the application belongs to the section after it.
    """
    loose: tuple[str, ...] = ()
    for name in kind.model_fields:
        if name in _PRESET:
            continue
        loose += (name,)
        if name not in make(kind).questions:
            yield loose
            loose = ()


def _by_field(pointers: Iterable[str]) -> Counter[str]:
    return Counter(pointer.split("/", 2)[1] for pointer in pointers)


def _keeps_open(finding: Finding) -> bool:
    return finding.status is Status.MISSING and finding.strength.binding
