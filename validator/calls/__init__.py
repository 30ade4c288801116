"""Published calls (通知) as data: a folder for each call, and what reads it."""

from validator.calls.call import Call
from validator.calls.clause import Clause, Part
from validator.calls.load import DEFAULT, CallError, available, load, parse, read
from validator.calls.rule import Kind, StatedRule, Strength
from validator.calls.wording import NOTHING, AnswerKind, Sections, Wording

__all__ = [
    "DEFAULT",
    "NOTHING",
    "AnswerKind",
    "Call",
    "CallError",
    "Clause",
    "Kind",
    "Part",
    "Sections",
    "StatedRule",
    "Strength",
    "Wording",
    "available",
    "load",
    "parse",
    "read",
]
