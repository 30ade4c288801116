"""Drafts for the form: an example, or what a file holds."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

from validator import drafts, views
from validator.example import example as example_of
from validator.worker import requests
from validator.worker.files import FileError, decoded
from validator.worker.received import marked, notice_named

_LISTS_NAMED = 5


def example(given: requests.Example) -> dict[str, Any]:
    """Return a synthetic draft."""
    application = example_of(notice_named(given.notice), minimal=given.minimal)
    return {"draft": json.loads(drafts.save(application))}


def open_text(given: requests.Open) -> dict[str, Any]:
    """Return a file's draft in the present version; a wrong answer is shown where it belongs."""
    reading = drafts.read(given.text)
    if drafts.is_foreign(given.text):
        message = "这个文件里没有一项是本站草稿的内容，没有打开；屏幕上的内容不变"
        raise drafts.DraftError(message)
    return _opened(reading)


def open_file(given: requests.OpenFile) -> dict[str, Any]:
    """Return the draft of a file: its own, or the one that a document or package carries."""
    from validator.attachments import ZIPPED, opened  # noqa: PLC0415 - only when asked for

    content = decoded(given.content)
    if not content:
        message = "这个文件是空的，没有打开"
        raise FileError(message)
    if not content.startswith(ZIPPED):
        return open_text(requests.Open(text=drafts.text_of(content)))
    found = opened(content, notice_named(given.notice))
    answer = _opened(drafts.read(found.draft))
    edits = found.edits
    told = None if edits is None else [(edit.draft, edit.document) for edit in edits]
    return answer | {"html": views.opened(told, intact=found.intact, member=found.member)}


def _opened(reading: drafts.Reading) -> dict[str, Any]:
    """A draft for the form; one with more rows than it can show would hold every later visit."""
    overlong = list(islice(drafts.overlong(reading.draft), _LISTS_NAMED))
    if overlong:
        message = f"草稿超出表单的上限，没有打开；文件和屏幕上的内容不变：{'；'.join(overlong)}"
        raise drafts.DraftError(message)
    return {
        "draft": reading.draft,
        "problems": marked(reading.problems),
        "warning": views.warning(reading.problems),
        "html": "",
    }
