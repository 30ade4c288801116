"""Answers requests for the report of a check: to print, or to save as web page or Word document.

The modules that make documents are imported only when asked for, as in `documents`.
"""

from __future__ import annotations

from validator import drafts, views
from validator.check import check
from validator.worker import answers, requests
from validator.worker.received import declared


def sheet(request: requests.Draft) -> answers.Rendered:
    """Return the report for the page to show and print."""
    _, account = _account(request)
    return {"html": views.report_sheet(account)}


def page(request: requests.Draft) -> answers.FileAnswer:
    """Return the report as a web page."""
    from validator.attachments import report_name  # noqa: PLC0415 - only when asked for

    received, account = _account(request)
    name = f"{report_name(received.application)}.html"
    return answers.FileAnswer(name, views.report_page(account).encode("utf-8"))


def document(request: requests.Package) -> answers.FileAnswer:
    """Return the report as a Word document."""
    from validator.attachments import (  # noqa: PLC0415 - only when asked for
        REPORT,
        fill,
        report_name,
    )

    received, call, day = declared(request.draft)
    content = fill(REPORT, received, call, day, clean=request.clean)
    return answers.FileAnswer(f"{report_name(received.application)}.docx", content)


def _account(request: requests.Draft) -> tuple[drafts.Received, views.Account]:
    received, call, _ = declared(request.draft)
    report = check(received.application, call, problems=received.problems)
    return received, views.account(report, received.application, call, received.problems)
