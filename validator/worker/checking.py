"""Answers about a draft on screen: its check, and what would change it."""

from __future__ import annotations

from typing import Any

from validator import drafts, views
from validator.application.places import asked
from validator.check import check as check_all
from validator.progress import progress
from validator.recheck import Recheck
from validator.relevance import irrelevant
from validator.whatif import what_if as ways
from validator.worker import requests
from validator.worker.received import declared, marked, notice_of, without_editing

_live = Recheck()


def check(given: requests.Check) -> dict[str, Any]:
    """Check a draft while it is filled in."""
    reading = drafts.read(given.draft)
    questions = asked(reading.application)
    said = without_editing(reading.problems, given.editing)
    report = _live.check(reading.application, questions, notice_of(reading.application), said)
    return {
        "problems": marked(reading.problems),
        "sections": [
            {"pointer": section.pointer, "state": section.state, "label": section.state.label}
            for section in progress(questions, report, said)
        ],
        "irrelevant": sorted(irrelevant(questions, report)),
        "outcome": report.outcome,
        "summary": report.summary,
        "counts": report.counts,
        "counts_html": views.counts(report),
        "html": views.results(questions, report, said, given.links),
    }


def what_if(given: requests.Draft) -> dict[str, Any]:
    """Say what other answers would change. Asked for apart: it takes up to fifteen more checks."""
    reading, notice, day = declared(given.draft)
    application, problems = reading.application, reading.problems
    report = check_all(application, notice, day, problems)
    return {"html": views.changes(ways(application, notice, day, report, problems))}


def report_html(given: requests.Draft) -> dict[str, Any]:
    """Return the report as a file to keep, and as a sheet for the page's own preview."""
    reading, notice, _ = declared(given.draft)
    report = check_all(reading.application, notice, problems=reading.problems)
    account = views.account(report, reading.application, notice, reading.problems)
    return {"page": views.report_page(account), "sheet": views.report_sheet(account)}
