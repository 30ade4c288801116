"""The sections (门类) of GB/T 4754-2017, and which divisions (大类) each of them holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_DIVISION = 2


@dataclass(frozen=True, slots=True)
class Industry:
    """A section: its letter, its title, and its divisions from the first to the last."""

    letter: str
    title: str
    divisions: str

    def holds(self, code: str) -> bool:
        """Whether a code without its letter lies in one of this section's divisions."""
        first, _, last = self.divisions.partition("-")
        return first <= code[:_DIVISION] <= last


def industry_of(code: str, industries: Iterable[Industry]) -> Industry | None:
    """Return the section of a code without its letter; none where no division has its digits."""
    return next((one for one in industries if one.holds(code)), None)
