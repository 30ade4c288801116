"""Attachments (附件): Word documents filled with what an applicant declares."""

from datetime import date

from validator.application import Application
from validator.attachments.catalogue import Attachment, attachment, available
from validator.attachments.context import build
from validator.attachments.errors import AttachmentError
from validator.attachments.package import pack
from validator.attachments.store import template
from validator.notices import Notice

__all__ = ["Attachment", "AttachmentError", "available", "fill"]


def fill(name: str, application: Application, notice: Notice, on: date | None) -> bytes:
    """Fill an attachment.

    Args:
        name: The attachment's ``name``.
        application: What was declared; what is unanswered is left blank to fill by hand.
        notice: The call it answers.
        on: The day the document is made for.

    Returns:
        A .docx; the same input always gives the same bytes.

    Raises:
        AttachmentError: There is no such attachment, its template has not been compiled, or the
            outcome would not open in Word.
    """
    known = attachment(name)
    return pack(template(known.name).fill(build(application, notice, on)))
