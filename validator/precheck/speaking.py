"""Tells which questions of the pre-check a finding rests on, by the places that its rule read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from validator.application.base import Section, hidden
from validator.application.places import kind_of
from validator.precheck.fills import filled_by
from validator.precheck.questions import PreCheck
from validator.report import Finding

_ROW = re.compile(r"/\d+(?=/|$)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the pre-check.

    Attributes:
        pointer: the question's JSON pointer in the pre-check.
        number: its section's number on the page.
        section: its section's title.
        places: the places of an application that its answer fills.
    """

    pointer: str
    number: int
    section: str
    places: tuple[str, ...]


@cache
def all_questions(asked: type[PreCheck]) -> tuple[Question, ...]:
    """Return all questions of a call's pre-check, in the order of the page."""
    return tuple(
        Question(f"/{section}/{name}", number, str(part.title), filled_by(field))
        for number, (section, part) in enumerate(asked.model_fields.items(), 1)
        for name, field in kind_of(part).model_fields.items()
    )


def answered(answers: PreCheck) -> tuple[Question, ...]:
    """Return the questions that have an answer, without those that an earlier answer hides."""
    given = {
        f"/{section}/{name}"
        for section in type(answers).model_fields
        for name in _answered(getattr(answers, section))
    }
    return tuple(question for question in all_questions(type(answers)) if question.pointer in given)


def about(places: Iterable[str], questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return those of some questions whose answers fill any of some places.

    Args:
        places: JSON pointers into an application, such as a finding's `fields`.
        questions: the questions to choose from.
    """
    wanted = {_ROW.sub("/*", place) for place in places}
    return tuple(question for question in questions if wanted & set(question.places))


def speaks_to(finding: Finding, asked: type[PreCheck]) -> bool:
    """Whether any question of the pre-check fills a place that the finding's rule has read."""
    return bool(about(finding.fields, all_questions(asked)))


def _answered(section: Section) -> set[str]:
    names = type(section).model_fields
    given = {name for name in names if getattr(section, name) not in (None, ())}
    return given - hidden(section)
