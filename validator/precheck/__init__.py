"""The pre-check (预检): a few questions, turned into a partial application for the same rules."""

from validator.precheck.mapping import as_application, as_draft
from validator.precheck.questions import PreCheck
from validator.precheck.received import Received, read
from validator.precheck.unusable import unusable
from validator.precheck.wording import asked_by, described

__all__ = [
    "PreCheck",
    "Received",
    "as_application",
    "as_draft",
    "asked_by",
    "described",
    "read",
    "unusable",
]
