"""Answers requests for a draft to show in the form: the example, or the draft in a file."""

from __future__ import annotations

from itertools import islice

from validator import drafts, views
from validator.carrying import carried_to
from validator.example import example as example_of
from validator.worker import answers, requests
from validator.worker.files import FileError, bounded
from validator.worker.page import page_call

_LISTS_NAMED = 5


def example(request: requests.Example) -> answers.DraftAnswer:
    """Return a synthetic draft."""
    application = example_of(page_call(), minimal=request.minimal)
    return {"draft": drafts.declared(application).draft}


def open_text(request: requests.Draft) -> answers.Opened:
    """Return a draft in the present version, with its unusable answers, which the form marks."""
    return _opened_text(request.draft)


def open_file(request: requests.OpenFile) -> answers.Opened:
    """Return the draft in a file: a draft file's, or the one a document or package carries."""
    from validator.attachments import ZIPPED, opened  # noqa: PLC0415 - only when asked for

    content = bounded(request.content)
    if not content:
        message = "这个文件是空的，没有打开"
        raise FileError(message)
    if not content.startswith(ZIPPED):
        return _opened_text(drafts.text_of(content))
    found = opened(content, page_call())
    edits = found.edits
    told = None if edits is None else [(edit.draft, edit.document) for edit in edits]
    html = views.opened(
        told,
        intact=found.intact,
        member=found.member,
        others=found.others,
        compared=found.compared,
        outdated=found.outdated,
    )
    return _opened_text(found.draft, html)


def _opened_text(text: str, html: str = "") -> answers.Opened:
    """Return a draft for the form; one of another call is carried over to the page's call."""
    call = page_call()
    received = drafts.read(text, call)
    if drafts.is_foreign(text):
        message = "这个文件里没有一项是本站草稿的内容，没有打开；屏幕上的内容不变"
        raise drafts.DraftError(message)
    carried = carried_to(received, call)
    if carried is None:
        return _opened(received, html or (views.outdated() if received.outdated else ""))
    return _opened(carried.received, views.carried(carried, call) + html)


def _opened(received: drafts.Received, html: str) -> answers.Opened:
    """Return a draft for the form; refuse a draft with more rows than the form can show.

    The page keeps the draft that it shows, so it would hang on such a draft at every later visit.
    """
    draft, asked = received.draft, type(received.application)
    overlong = list(islice(drafts.overlong(draft, asked), _LISTS_NAMED))
    if overlong:
        message = f"草稿超出表单的上限，没有打开；文件和屏幕上的内容不变：{'；'.join(overlong)}"
        raise drafts.DraftError(message)
    warning = views.warning(received.problems, received.left_aside)
    return {"draft": draft, "warning": warning, "html": html}
