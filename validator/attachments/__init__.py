"""Attachments (附件): the Word documents of a submission, filled with an application's answers."""

from validator.attachments.bundle import bundle, bundle_name, files, report_name
from validator.attachments.catalogue import attachment, available, documents
from validator.attachments.filling import fill
from validator.attachments.opening import ZIPPED, Opened, opened
from validator.calls.attachment import REPORT
from validator.word.edits import Edit
from validator.word.errors import DocumentError

__all__ = [
    "REPORT",
    "ZIPPED",
    "DocumentError",
    "Edit",
    "Opened",
    "attachment",
    "available",
    "bundle",
    "bundle_name",
    "documents",
    "files",
    "fill",
    "opened",
    "report_name",
]
