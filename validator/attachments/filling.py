"""Fill one attachment, and open one again."""

from dataclasses import dataclass
from datetime import date

from validator import drafts
from validator.application import Application
from validator.attachments.carried import carried, carry
from validator.attachments.catalogue import attachment
from validator.attachments.context import build
from validator.attachments.edits import Edit, edits
from validator.attachments.errors import NoDraftError, UnknownAttachmentError
from validator.attachments.package import pack
from validator.attachments.store import template
from validator.notices import Notice


@dataclass(frozen=True)
class Opened:
    """A document that came back.

    Attributes:
        draft: The draft's JSON text.
        intact: Whether the draft is as it was written.
        edits: Where the document was changed since, and now differs from its draft; `None` where
            it holds too much to be compared.
    """

    draft: str
    intact: bool
    edits: tuple[Edit, ...] | None


def fill(
    name: str, application: Application, notice: Notice, on: date | None, *, clean: bool = False
) -> bytes:
    """Fill an attachment.

    Args:
        name: The attachment's ``name``.
        application: What was declared; what is unanswered is left blank to fill by hand.
        notice: The call it answers.
        on: The day the document is made for.
        clean: Leave out the draft that the document otherwise carries.

    Returns:
        A .docx; the same input always gives the same bytes.

    Raises:
        AttachmentError: There is no such attachment, its template has not been compiled, or the
            outcome would not open in Word.
    """
    draft = None if clean else drafts.save(application)
    return _filled(name, build(application, notice, on), on, draft)


def fill_draft(
    name: str, draft: str, notice: Notice, on: date | None, *, clean: bool = False
) -> bytes:
    """Fill an attachment from a draft as it stands: answers that cannot be used are kept in it.

    Args:
        name: The attachment's ``name``.
        draft: JSON text.
        notice: The call it answers.
        on: The day the document is made for.
        clean: Leave out the draft that the document otherwise carries.

    Returns:
        A .docx; the same input always gives the same bytes.

    Raises:
        AttachmentError: As for `fill`.
        drafts.DraftError: The draft cannot be used.
    """
    reading = drafts.read(draft)
    context = build(reading.application, notice, on, reading.problems)
    return _filled(name, context, on, None if clean else draft)


def opened(document: bytes, notice: Notice) -> Opened:
    """Read back the draft of a document made here, and what a person changed in it since.

    Raises:
        AttachmentError: Not a Word document, or one without a draft.
        drafts.DraftError: Its draft cannot be used.
    """
    found = carried(document)
    if found is None:
        raise NoDraftError
    reading = drafts.read(found.draft)
    on = reading.application.submission.planned_on if found.on is None else _day(found.on)
    context = build(reading.application, notice, on, reading.problems)
    try:
        expected = _filled(found.attachment, context, on, None)
    except UnknownAttachmentError:
        return Opened(found.draft, found.intact, ())
    return Opened(found.draft, found.intact, edits(document, expected))


def _filled(name: str, context: dict[str, object], on: date | None, draft: str | None) -> bytes:
    known = attachment(name)
    parts = template(known.name).fill(context)
    return pack(parts if draft is None else carry(parts, name, draft, on))


def _day(text: str) -> date | None:
    """The day that a document notes; none where somebody spoilt it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
