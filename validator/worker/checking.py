"""Answers requests about the draft on screen: its check, and the changes that would improve it."""

from __future__ import annotations

from validator import views
from validator.application.places import asked
from validator.check import check as check_all
from validator.progress import progress
from validator.recheck import Recheck
from validator.relevance import moot
from validator.whatif import what_if as ways
from validator.worker import answers, requests
from validator.worker.page import page
from validator.worker.received import declared, for_form, without_editing

_live = Recheck()


def check(request: requests.Check) -> answers.Checked:
    """Check a draft while it is filled in."""
    received, call, _ = declared(request.draft)
    questions = asked(received.application)
    problems = without_editing(received.problems, request.editing)
    report = _live.check(received.application, questions, call, problems)
    return {
        "problems": for_form(received.problems),
        "sections": [
            {"pointer": section.pointer, "state": section.state, "label": section.state.label}
            for section in progress(questions, report, problems)
        ],
        "moot": sorted(moot(questions, report, call)),
        "summary": report.summary,
        "counts_html": views.counts(report),
        "html": views.results(questions, report, problems, page().links),
    }


def what_if(request: requests.Draft) -> answers.Rendered:
    """Tell which changes would improve the draft's report.

    This is a request of its own because it takes up to fifteen more checks.
    """
    received, call, day = declared(request.draft)
    application, problems = received.application, received.problems
    report = check_all(application, call, day, problems)
    return {"html": views.changes(ways(application, call, day, report, problems))}
