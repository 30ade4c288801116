"""From what yearly revenue an enterprise is 规模以上, by its industry (GB/T 4754-2017)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LETTER = re.compile(r"^[A-T]")
_DIVISION = 2


@dataclass(frozen=True, slots=True)
class Line:
    """The line of an industry: `least` in 万元, and the `term` for what lies above it."""

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
    """Return the line of an industry code, with or without its letter; none where it has none."""
    digits = _LETTER.sub("", code)
    return next((line for line in lines if line.covers(digits)), None)
