"""Published calls (通知) as data: a folder for each call, and what reads it."""

from validator.calls.attachment import Attachment
from validator.calls.call import Call
from validator.calls.clause import Clause, Part
from validator.calls.errors import CallError
from validator.calls.folder import Folder
from validator.calls.load import DEFAULT, available, bring, load, parse, read
from validator.calls.rule import Kind, StatedRule, Strength
from validator.calls.wording import NOTHING, AnswerKind, Sections, Wording

__all__ = [
    "DEFAULT",
    "NOTHING",
    "AnswerKind",
    "Attachment",
    "Call",
    "CallError",
    "Clause",
    "Folder",
    "Kind",
    "Part",
    "Sections",
    "StatedRule",
    "Strength",
    "Wording",
    "available",
    "bring",
    "load",
    "parse",
    "read",
]
