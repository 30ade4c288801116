"""What several requests do with a received draft: find its call and day, and mark its problems."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from validator import drafts
from validator.application import Application
from validator.calls import DEFAULT, Call, load
from validator.problems import Problem
from validator.worker.answers import FormProblem

_PROBLEMS_MARKED = 500

call_named = cache(load)


def call_of(application: Application) -> Call:
    """Return the call that an application answers."""
    return call_named(application.notice or DEFAULT)


def declared(text: str) -> tuple[drafts.Received, Call, date | None]:
    """Return a draft as read, the call that it answers, and the planned day of submission."""
    received = drafts.read(text)
    application = received.application
    return received, call_of(application), application.submission.planned_on


def for_form(problems: Sequence[Problem]) -> list[FormProblem]:
    """Return the problems that the form marks, at most 500; the report counts all of them."""
    return [
        {"pointer": problem.pointer, "message": problem.message}
        for problem in problems[:_PROBLEMS_MARKED]
    ]


def without_editing(problems: tuple[Problem, ...], editing: str) -> tuple[Problem, ...]:
    """Leave out the problem of the answer that is being typed, which counts as unanswered."""
    return tuple(problem for problem in problems if problem.pointer != editing)
