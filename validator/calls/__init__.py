"""Published calls (通知) as data, one TOML file each."""

from validator.calls.call import Call
from validator.calls.clause import Clause, Part
from validator.calls.load import DEFAULT, CallError, available, load, parse

__all__ = ["DEFAULT", "Call", "CallError", "Clause", "Part", "available", "load", "parse"]
