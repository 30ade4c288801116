"""An application as a rule reads it: what is read is noted, what is hidden is left out."""

from validator.case.tracking import Log, Reader, at, blanks, each, reader, unanswered

__all__ = ["Log", "Reader", "at", "blanks", "each", "reader", "unanswered"]
