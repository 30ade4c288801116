"""Documents to take away or to look at. What makes them is imported when it is asked for first.

A start from the memory image would otherwise wait for 0.8 MB more.
"""

from __future__ import annotations

from typing import Any

from validator import drafts
from validator.worker import requests
from validator.worker.received import declared


def attachments(_given: requests.Nothing) -> list[dict[str, Any]]:
    """List the documents of a submission."""
    from validator.attachments import available  # noqa: PLC0415 - only when asked for

    return [
        {
            "name": known.name,
            "title": known.title,
            "file_name": known.file_name,
            "official": known.official,
        }
        for known in available()
    ]


def fill(given: requests.Fill) -> bytes:
    """Return one document, filled."""
    from validator.attachments import fill_draft  # noqa: PLC0415 - only when asked for

    return fill_draft(given.name, *declared(given.draft), clean=given.clean)


def preview(given: requests.Preview) -> dict[str, Any]:
    """Return one document as HTML."""
    from validator.attachments import fill_draft  # noqa: PLC0415 - only when asked for
    from validator.attachments.preview import preview as shown  # noqa: PLC0415 - the same

    return {"html": shown(fill_draft(given.name, *declared(given.draft), clean=True))}


def report_docx(given: requests.Package) -> bytes:
    """Return the report as a document."""
    from validator.attachments import REPORT, fill_draft  # noqa: PLC0415 - only when asked for

    return fill_draft(REPORT, *declared(given.draft), clean=given.clean)


def report_name(given: requests.Draft) -> dict[str, Any]:
    """Return the report's file name, without an ending."""
    from validator.attachments import report_name as named  # noqa: PLC0415 - only when asked for

    return {"name": named(drafts.read(given.draft).application)}


def package(given: requests.Package) -> bytes:
    """Return the whole submission as a .zip."""
    from validator.attachments import bundle  # noqa: PLC0415 - only when asked for

    return bundle(*declared(given.draft), clean=given.clean)


def package_name(given: requests.Draft) -> dict[str, Any]:
    """Return the submission's file name."""
    from validator.attachments import bundle_name  # noqa: PLC0415 - only when asked for

    return {"name": bundle_name(drafts.read(given.draft).application)}


def summary(given: requests.Draft) -> bytes:
    """Return the 汇总表 with this one application in it."""
    from validator.tables import summary_xlsx  # noqa: PLC0415 - only when asked for

    reading, notice, _ = declared(given.draft)
    return summary_xlsx([reading.application], notice)
