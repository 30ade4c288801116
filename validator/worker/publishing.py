"""Answers requests about a call's folder that a publisher has dropped on the page.

Each request brings the folder anew, so that nothing is lost when Python is ended and started again.
The module and all that it imports come only with the first such request: a first check does not
wait for them.
"""

from __future__ import annotations

from typing import Any

from validator import drafts
from validator.calls import Call, load, read
from validator.calls.packed import unpacked
from validator.example import example
from validator.publisher import page
from validator.publisher.examining import examined
from validator.worker import answers
from validator.worker.answering import Answering
from validator.worker.files import FileError, bounded
from validator.worker.requests import Content, Request

_ZIPPED = b"PK"


class Examine(Request):
    """A call's folder to examine.

    Attributes:
        folder: the folder as a .zip.
    """

    folder: Content


class Compare(Examine):
    """A call's folder to compare with a published call.

    Attributes:
        call: the id of the published call.
        published: the published call's folder as a .zip; None for the call that Python has.
    """

    call: str
    published: Content | None = None


class Try(Examine):
    """A call's folder by whose rules a draft is to be checked.

    Attributes:
        draft: the bytes of the draft's file; None for the folder's own example.
    """

    draft: Content | None = None


class Examined(answers.Rendered):
    """What was found in a folder.

    Attributes:
        is_read: whether the call could be read, so that it can be compared.
        is_sound: whether nothing is wrong or to be written, so that a draft can be tried.
    """

    is_read: bool
    is_sound: bool


class Tried(answers.Rendered):
    """The check of a draft; `summary` as in `Checked`."""

    summary: str


def examine(request: Examine) -> Examined:
    """Examine a folder: every fault, what is to be written, and what to look at."""
    found = examined(request.folder)
    return {
        "html": page.examined(found),
        "is_read": found.call is not None,
        "is_sound": found.is_sound,
    }


def compare(request: Compare) -> answers.Rendered:
    """Tell what has changed for applicants from a published call to the folder's."""
    found = examined(request.folder)
    if found.call is None:
        message = "通知的数据还读不全，不能比较；请先改好上面列出的错处"
        raise FileError(message)
    if request.published is None:
        old = load(request.call)
    else:
        old = read(unpacked(request.published).root)
    return {"html": page.compared(old, found.call)}


def attempt(request: Try) -> Tried:
    """Check a draft by the rules of a folder in which nothing is wrong."""
    found = examined(request.folder)
    call = found.call
    if call is None or not found.is_sound:
        message = "这份通知还有错处或待填处，试出来的结果会误导人；请先改好"
        raise FileError(message)
    if request.draft is None:
        received = drafts.declared(example(call))
    else:
        received = _read(request.draft, call)
    summary, html = page.tried(call, received)
    return {"summary": summary, "html": html}


def _read(content: bytes, call: Call) -> drafts.Received:
    if not bounded(content):
        message = "这个文件是空的"
        raise FileError(message)
    if content.startswith(_ZIPPED):
        message = "请选草稿文件（.json）；Word 文档和材料包请先在自查页打开，再“保存为文件”"
        raise FileError(message)
    text = drafts.text_of(content)
    received = drafts.read(text, call)
    if drafts.is_foreign(text):
        message = "这个文件里没有一项是本站草稿的内容"
        raise drafts.DraftError(message)
    return received


ANSWERING: dict[str, Answering[Any, Any]] = {
    "call_examine": Answering(Examine, examine),
    "call_compare": Answering(Compare, compare),
    "call_try": Answering(Try, attempt),
}
