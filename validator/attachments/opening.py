"""Opens a document or package that was made here again, for the draft that it carries."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from validator import drafts, foreign
from validator.attachments.errors import (
    NoDraftError,
    NoDraftInPackageError,
    SpreadsheetError,
    UnknownAttachmentError,
)
from validator.attachments.filling import fill
from validator.calls import Call, available, load
from validator.fingerprint import fingerprint
from validator.word.carried import carried
from validator.word.edits import Edit, edits
from validator.word.errors import DocumentError, NotADocumentError, OverfullDocumentError

ZIPPED: Final = b"PK"
"""The first bytes of every .docx, .xlsx and .zip, with which no draft file begins."""

_BODY, _WORKBOOK, _TYPES = "word/document.xml", "xl/workbook.xml", "[Content_Types].xml"
_PACKED_MAX: Final = 50_000_000
_OF_ANOTHER_SYSTEM: Final = "__MACOSX/"


@dataclass(frozen=True)
class Opened:
    """The draft out of a document or package, and what was changed in the document.

    Attributes:
        draft: The draft's JSON text.
        intact: Whether nobody changed the draft inside the document.
        edits: Where the document's text differs from what its draft gives; `None` where the
            document holds too much to be compared.
        member: The file inside a package from which the draft was taken; else empty.
        others: The files inside a package that hold or carry another draft.
        call: The id of the call that the document was made for, else of the one that the draft
            answers; empty where neither is noted.
        outdated: Whether the call or the rules have changed since the document was made.
        compared: False where the call that the document was made for is not on this site: without
            the call's template nobody can tell what was changed in the document, and `edits` is
            empty for that reason alone.
    """

    draft: str
    intact: bool
    edits: tuple[Edit, ...] | None
    member: str = ""
    others: tuple[str, ...] = ()
    call: str = ""
    outdated: bool = False
    compared: bool = True


def opened(content: bytes, call: Call) -> Opened:
    """Return the draft in a document or package made here, and what was changed in the document.

    Args:
        content: The bytes of a .docx that carries its draft, or of a .zip that holds a draft or
            such a .docx.
        call: The call for which a document that notes no call is filled again, to compare it.

    Raises:
        DocumentError: The content is no such file, or has no draft.
        drafts.DraftError: The draft cannot be used.
    """
    try:
        names = foreign.names(content)
        if _WORKBOOK in names:
            raise SpreadsheetError
        is_document = _BODY in names or _TYPES in names
        if is_document:
            return _document(content, call)
        found = _packed(content, call)
        return replace(found, others=tuple(_others(content, found, call)))
    except foreign.UnreadableError:
        raise NotADocumentError from None
    except foreign.OverfullError:
        raise OverfullDocumentError from None


def _document(content: bytes, call: Call) -> Opened:
    found = carried(content)
    if found is None:
        raise NoDraftError
    received = drafts.read(found.draft, call)
    named = found.call or received.draft.get("notice") or call.id
    if named not in available() and named != call.id:
        return Opened(found.draft, found.intact, None, call=named, compared=False)
    made_for = call if named == call.id else load(named)
    received = drafts.read(found.draft, made_for)
    back = Opened(
        found.draft,
        found.intact,
        (),
        call=named,
        outdated=found.fingerprint not in ("", fingerprint(made_for)),
    )
    on = received.application.submission.planned_on if found.on is None else _day(found.on)
    try:
        expected = fill(found.attachment, received, made_for, on, clean=True)
    except UnknownAttachmentError:
        return back
    return replace(back, edits=edits(content, expected))


def _packed(content: bytes, call: Call) -> Opened:
    """Return the draft file of a package, else the draft of the first document that carries one."""
    for name, member in _members(content, ".json").items():
        draft = drafts.text_of(member)
        notice = drafts.read(draft, call).draft.get("notice")
        if not drafts.is_foreign(draft):
            return Opened(draft, intact=True, edits=(), member=name, call=notice or "")
    for name, member in _members(content, ".docx").items():
        try:
            return replace(_document(member, call), member=name)
        except (NoDraftError, NotADocumentError):
            continue
    raise NoDraftInPackageError


def _others(content: bytes, found: Opened, call: Call) -> Iterator[str]:
    """Yield the files of a package that hold another draft, which would otherwise go unnoticed."""
    draft = drafts.read(found.draft, call).draft
    is_known = {found.draft: True}
    for name, text in _texts(content):
        if text not in is_known:  # All documents of one submission carry the same text.
            is_known[text] = _is_none_or_same(text, draft, call)
        if not is_known[text]:
            yield name


def _texts(content: bytes) -> Iterator[tuple[str, str]]:
    """The text of every file of a package that may be a draft or carries one, by name."""
    with suppress(foreign.OverfullError):  # The draft found can be opened without the other files.
        for name, member in _members(content, ".json").items():
            with suppress(drafts.DraftError):
                yield name, drafts.text_of(member)
        for name, member in _members(content, ".docx").items():
            with suppress(DocumentError):
                item = carried(member)
                if item is not None:
                    yield name, item.draft


def _is_none_or_same(text: str, draft: dict[str, Any], call: Call) -> bool:
    try:
        other = drafts.read(text, call).draft
    except drafts.DraftError:
        return True
    return drafts.is_foreign(text) or other == draft


def _members(content: bytes, ending: str) -> dict[str, bytes]:
    def is_wanted(name: str) -> bool:
        return name.lower().endswith(ending) and not name.startswith(_OF_ANOTHER_SYSTEM)

    return foreign.files(content, is_wanted, _PACKED_MAX)


def _day(text: str) -> date | None:
    """Return the day that a document notes; None where the note was changed to no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
