"""What answers have in common: the call of a draft, and the problems that the form marks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from validator import drafts
from validator.application import Application
from validator.calls import DEFAULT, Call, load
from validator.problems import Problem

_PROBLEMS_MARKED = 500

notice_named = cache(load)


def notice_of(application: Application) -> Call:
    """The call that an application answers."""
    return notice_named(application.notice or DEFAULT)


def declared(text: str) -> tuple[drafts.Reading, Call, date | None]:
    """A draft as read, the call it answers, and the day its documents are made for."""
    reading = drafts.read(text)
    application = reading.application
    return reading, notice_of(application), application.submission.planned_on


def marked(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """The problems that the form marks at their places; the results say how many more there are."""
    return [
        {"pointer": problem.pointer, "label": problem.label, "message": problem.message}
        for problem in problems[:_PROBLEMS_MARKED]
    ]


def without_editing(problems: tuple[Problem, ...], editing: str) -> tuple[Problem, ...]:
    """The problems but for the answer that is being typed, which counts as unanswered."""
    return tuple(problem for problem in problems if problem.pointer != editing)
