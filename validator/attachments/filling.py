"""Fills one attachment: the one way from a draft to a document."""

from datetime import date

from validator import drafts
from validator.attachments.catalogue import attachment
from validator.attachments.context import build
from validator.attachments.store import template
from validator.calls import Call
from validator.fingerprint import fingerprint
from validator.word.carried import Made, carry
from validator.word.package import pack


def fill(
    name: str, received: drafts.Received, call: Call, on: date | None, *, clean: bool = False
) -> bytes:
    """Fill an attachment from a draft; the document carries the draft as it was typed.

    Args:
        name: The attachment's ``name``.
        received: The draft as read, or `drafts.declared` of an application that no file holds. An
            answer that is missing or cannot be used becomes a blank, to be filled in by hand.
        call: The call that the draft answers.
        on: The day for which the document is made.
        clean: Leave out the draft that the document otherwise carries.

    Returns:
        A .docx; the same input always gives the same bytes.

    Raises:
        DocumentError: There is no such attachment, its template has not been compiled, or the
            outcome would not open in Word.
    """
    context = build(received.application, call, on, received.problems)
    parts = template(call, attachment(call, name).name).fill(context)
    if clean:
        return pack(parts)
    made = Made(name, on, call.id, fingerprint(call))
    return pack(carry(parts, drafts.as_text(received.draft), made))
