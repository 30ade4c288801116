"""The fingerprint of a call and the rules, which every report and document carries."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from validator.calls import Call

_LETTERS = 8
"""Few enough to compare at a glance; two sets of rules agree by chance once in 4e9."""


def fingerprint(call: Call) -> str:
    """Return eight hexadecimal digits that change when a finding of this call may change.

    The version number cannot tell this: a release that only restyles a page changes the version,
    and a corrected date in a call does not. The digits are the same natively and in the browser.
    """
    return hashlib.sha256(f"{call.digest} {_rules()}".encode()).hexdigest()[:_LETTERS]


@cache
def _rules() -> str:
    """Return the hash of the rules' code that `make reads` wrote.

    The hash cannot be made here: in the browser the code is compiled, without its text.
    """
    return files("validator").joinpath("fingerprint.txt").read_text("utf-8").strip()
