"""A case as a rule is given it: what is read is noted, what is hidden is left out."""

from validator.case.case import Case
from validator.case.tracking import Answers, Log, at, blanks, each, given, unanswered

__all__ = ["Answers", "Case", "Log", "at", "blanks", "each", "given", "unanswered"]
