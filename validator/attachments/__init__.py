"""Attachments (附件): Word documents filled with what an applicant declares."""

from validator.attachments.bundle import bundle, bundle_name, files, report_name
from validator.attachments.catalogue import Attachment, available, documents
from validator.attachments.edits import Edit
from validator.attachments.errors import AttachmentError
from validator.attachments.filling import fill, fill_draft
from validator.attachments.opening import ZIPPED, Opened, opened
from validator.attachments.self_check import REPORT

__all__ = [
    "REPORT",
    "ZIPPED",
    "Attachment",
    "AttachmentError",
    "Edit",
    "Opened",
    "available",
    "bundle",
    "bundle_name",
    "documents",
    "files",
    "fill",
    "fill_draft",
    "opened",
    "report_name",
]
