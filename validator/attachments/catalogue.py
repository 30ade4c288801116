"""The documents that can be made for a call: those that the call states, and our report."""

from typing import Final

from validator.attachments.errors import UnknownAttachmentError
from validator.calls import Attachment, Call
from validator.calls.attachment import REPORT

OUR_REPORT: Final = Attachment(
    name=REPORT,
    title="自查报告",
    file_name="自查报告.docx",
    position="",
    template="自查报告.docx",
    issued=False,
    official=False,
    purpose="自查的结论和逐条依据，自存或内部核对用，不报送。",
)


def available(call: Call) -> tuple[Attachment, ...]:
    """Return the documents that are handed in, in the order in which they are bound."""
    return call.documents


def documents(call: Call) -> tuple[Attachment, ...]:
    """Return every document that can be made: those handed in, and the report that is kept."""
    return (*call.documents, OUR_REPORT)


def attachment(call: Call, name: str) -> Attachment:
    """Return the attachment of this name.

    Raises:
        UnknownAttachmentError: The call has no attachment of this name.
    """
    for known in documents(call):
        if known.name == name:
            return known
    raise UnknownAttachmentError(name)
