"""Opens a document or package that was made here again, for the draft that it carries."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from validator import drafts, foreign
from validator.attachments.errors import (
    NoDraftError,
    NoDraftInPackageError,
    SpreadsheetError,
    UnknownAttachmentError,
)
from validator.attachments.filling import fill_draft
from validator.calls import Call
from validator.word.carried import carried
from validator.word.edits import Edit, edits
from validator.word.errors import NotADocumentError, OverfullDocumentError

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
    """

    draft: str
    intact: bool
    edits: tuple[Edit, ...] | None
    member: str = ""


def opened(content: bytes, call: Call) -> Opened:
    """Return the draft in a document or package made here, and what was changed in the document.

    Args:
        content: The bytes of a .docx that carries its draft, or of a .zip that holds a draft or
            such a .docx.
        call: The call for which the document is filled again, to compare it.

    Raises:
        DocumentError: The content is no such file, or has no draft.
        drafts.DraftError: The draft cannot be used.
    """
    try:
        names = foreign.names(content)
        if _WORKBOOK in names:
            raise SpreadsheetError
        is_document = _BODY in names or _TYPES in names
        return _document(content, call) if is_document else _packed(content, call)
    except foreign.UnreadableError:
        raise NotADocumentError from None
    except foreign.OverfullError:
        raise OverfullDocumentError from None


def _document(content: bytes, call: Call) -> Opened:
    found = carried(content)
    if found is None:
        raise NoDraftError
    received = drafts.read(found.draft)
    on = received.application.submission.planned_on if found.on is None else _day(found.on)
    try:
        expected = fill_draft(found.attachment, received, call, on, clean=True)
    except UnknownAttachmentError:
        return Opened(found.draft, found.intact, ())
    return Opened(found.draft, found.intact, edits(content, expected))


def _packed(content: bytes, call: Call) -> Opened:
    """Return the draft file of a package, else the draft of the first document that carries one."""
    for name, member in _members(content, ".json").items():
        draft = drafts.text_of(member)
        drafts.read(draft)
        if not drafts.is_foreign(draft):
            return Opened(draft, intact=True, edits=(), member=name)
    for name, member in _members(content, ".docx").items():
        try:
            return replace(_document(member, call), member=name)
        except (NoDraftError, NotADocumentError):
            continue
    raise NoDraftInPackageError


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
