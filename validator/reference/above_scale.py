"""Finds the yearly revenue from which an enterprise is 规模以上, by industry (GB/T 4754-2017)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LETTER = re.compile(r"^[A-T]")
_DIVISION = 2


@dataclass(frozen=True, slots=True)
class Line:
    """The least revenue (万元) of an industry, and the `term` for enterprises that reach it.

    `codes` are industry codes without their letter, or spans of two-digit codes, e.g. 06-46.
    """

    codes: tuple[str, ...]
    industry: str
    least: int
    term: str

    def covers(self, code: str) -> bool:
        """Whether an industry code, without its letter, lies in this industry."""
        return any(_lies_in(code, span) for span in self.codes)


def _lies_in(code: str, span: str) -> bool:
    first, _, last = span.partition("-")
    return first <= code[:_DIVISION] <= last if last else code.startswith(first)


def line_of(code: str, lines: tuple[Line, ...]) -> Line | None:
    """Return the line of an industry code, with or without its letter; None without a line."""
    digits = _LETTER.sub("", code)
    return next((line for line in lines if line.covers(digits)), None)
