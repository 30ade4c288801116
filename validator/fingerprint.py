"""The fingerprint of a call and the rules, which every report and document carries."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from validator.calls import Call

_LETTERS = 8
"""As many as a person compares at a glance. Chance makes two sets of rules alike once in 4e9."""


def fingerprint(call: Call) -> str:
    """Return eight hexadecimal digits that change when a finding of this call may change.

    The version number cannot tell this: releases that only restyle a page move it, and a publisher
    who corrects a date does not. The digits are the same natively and in the browser.
    """
    return hashlib.sha256(f"{call.digest} {_rules()}".encode()).hexdigest()[:_LETTERS]


@cache
def _rules() -> str:
    """What `make reads` wrote of the rules' code: in the browser that code has no text to hash."""
    return files("validator").joinpath("fingerprint.txt").read_text("utf-8").strip()
