"""Attachments (附件): Word documents filled with what an applicant declares."""

from validator.attachments.bundle import bundle, bundle_name
from validator.attachments.catalogue import Attachment, available
from validator.attachments.edits import Edit
from validator.attachments.errors import AttachmentError
from validator.attachments.filling import Opened, fill, opened

__all__ = [
    "Attachment",
    "AttachmentError",
    "Edit",
    "Opened",
    "available",
    "bundle",
    "bundle_name",
    "fill",
    "opened",
]
