"""The case that a rule is given: an application, its call and its day, with a log of reads."""

from validator.case.case import Case
from validator.case.tracking import Answers, Log, at, blanks, each, given, unanswered

__all__ = ["Answers", "Case", "Log", "at", "blanks", "each", "given", "unanswered"]
