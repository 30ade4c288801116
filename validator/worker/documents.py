"""Answers requests for documents, to save or to look at.

The modules that make documents are imported only when a document is asked for. Imported earlier,
they would add 0.8 MB to the memory image that every start of the page waits for.
"""

from __future__ import annotations

from validator.worker import answers, requests
from validator.worker.received import declared


def fill(request: requests.Fill) -> answers.FileAnswer:
    """Return one filled document."""
    from validator.attachments import attachment, fill  # noqa: PLC0415 - only when asked for

    received, call, day = declared(request.draft)
    content = fill(request.name, received, call, day, clean=request.clean)
    return answers.FileAnswer(attachment(call, request.name).file_name, content)


def preview(request: requests.Preview) -> answers.Rendered:
    """Return one document as HTML."""
    from validator.attachments import fill  # noqa: PLC0415 - only when asked for
    from validator.attachments.preview import preview as in_html  # noqa: PLC0415 - the same

    document = fill(request.name, *declared(request.draft), clean=True)
    return {"html": in_html(document)}


def package(request: requests.Package) -> answers.FileAnswer:
    """Return the whole submission as a .zip."""
    from validator.attachments import bundle, bundle_name  # noqa: PLC0415 - only when asked for

    received, call, day = declared(request.draft)
    content = bundle(received, call, day, clean=request.clean)
    return answers.FileAnswer(bundle_name(received.application), content)


def summary(request: requests.Draft) -> answers.FileAnswer:
    """Return the 汇总表 with this one application in it."""
    from validator.tables import SUMMARY_NAME, summary_xlsx  # noqa: PLC0415 - only when asked for

    received, call, _ = declared(request.draft)
    return answers.FileAnswer(SUMMARY_NAME, summary_xlsx([received.application], call))
