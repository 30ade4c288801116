"""The answer about a pre-check."""

from __future__ import annotations

import json
from typing import Any

from validator import drafts, precheck, views
from validator.check import check
from validator.worker import requests
from validator.worker.received import marked, notice_named, without_editing


def pre_check(given: requests.PreCheck) -> dict[str, Any]:
    """Return what the answers come to, and the draft with which the self-check goes on."""
    reading, notice = precheck.read(given.answers), notice_named(given.notice)
    answers, said = reading.answers, without_editing(reading.problems, given.editing)
    application = precheck.as_application(answers, notice)
    report = check(application, notice, problems=precheck.unusable(said, application))
    found = views.outcome(report, answers, notice)
    return {
        "problems": marked(reading.problems),
        "summary": found.summary,
        "html": views.pre_check(found, said, notice, given.links),
        "draft": json.loads(drafts.save(precheck.as_draft(answers, notice))),
    }
