"""What several requests do with a received draft: find its call and day, and mark its problems."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from validator import drafts
from validator.calls import Call
from validator.problems import Problem
from validator.worker.answers import FormProblem
from validator.worker.page import page_call

_PROBLEMS_MARKED = 500


def declared(text: str) -> tuple[drafts.Received, Call, date | None]:
    """Return a draft as read, the page's call, and the planned day of submission.

    Raises:
        DraftError: the draft answers another call: the page's rules would judge it wrongly.
    """
    call = page_call()
    received = drafts.read(text, call)
    named = received.draft.get("notice", call.id)
    if named != call.id:
        message = f"这份草稿申报的是另一份通知（{named}），没有核验；请用“打开文件”带入本通知"
        raise drafts.DraftError(message)
    return received, call, received.application.submission.planned_on


def for_form(problems: Sequence[Problem]) -> list[FormProblem]:
    """Return the problems that the form marks, at most 500; the report counts all of them."""
    return [
        {"pointer": problem.pointer, "message": problem.message}
        for problem in problems[:_PROBLEMS_MARKED]
    ]


def without_editing(problems: tuple[Problem, ...], editing: str) -> tuple[Problem, ...]:
    """Leave out the problem of the answer that is being typed, which counts as unanswered."""
    return tuple(problem for problem in problems if problem.pointer != editing)
