"""Answers requests about a pre-check: its result, and the draft to go on with."""

from __future__ import annotations

from validator import drafts, precheck, views
from validator.check import check
from validator.worker import answers, requests
from validator.worker.page import page, page_call
from validator.worker.received import for_form, without_editing


def pre_check(request: requests.PreCheck) -> answers.PreChecked:
    """Return the result of a pre-check."""
    call = page_call()
    received = precheck.read(request.answers, call)
    problems = without_editing(received.problems, request.editing)
    application = precheck.as_application(received.answers, call)
    unusable = precheck.unusable(problems, application, type(received.answers))
    report = check(application, call, problems=unusable)
    found = views.outcome(report, received.answers, call)
    return {
        "problems": for_form(received.problems),
        "summary": found.summary,
        "html": views.pre_check(found, problems, call, page().links),
    }


def draft(request: requests.PreCheckAnswers) -> answers.DraftAnswer:
    """Return the draft with which the self-check goes on."""
    call = page_call()
    given = precheck.read(request.answers, call).answers
    return {"draft": drafts.declared(precheck.as_draft(given, call)).draft}
