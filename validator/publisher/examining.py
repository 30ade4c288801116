"""Examines a call's folder as a whole, for whoever shows what was found or uses the call."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from validator import precheck
from validator.application.asked import asked_by
from validator.calls import Call, CallError, Folder, read
from validator.calls.packed import unpacked
from validator.publisher.faults import mistakes, notes
from validator.publisher.to_write import unwritten
from validator.publisher.written import written
from validator.rules import rules_of


@dataclass(frozen=True)
class Examined:
    """What was found in a call's folder.

    Attributes:
        call: the call; None where the data cannot be read as one.
        mistakes: what is wrong, a line for each fault.
        unwritten: where a person must still write, a line for each place.
        notes: what a publisher may want to look at, though nothing is wrong.
    """

    call: Call | None
    mistakes: tuple[str, ...]
    unwritten: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong and everything is written."""
        return self.call is not None and not self.mistakes and not self.unwritten


@lru_cache(maxsize=1)  # a page asks several things of the same folder
def examined(packed: bytes) -> Examined:
    """Examine a folder that is packed as a .zip.

    Args:
        packed: the bytes of the .zip.

    Raises:
        CallError: the bytes are no .zip that holds one call's folder.
    """
    folder = unpacked(packed)
    wrong, blank = mistakes(folder.root), tuple(unwritten(written(folder.root)))
    return Examined(_call(folder), wrong, blank, () if wrong or blank else notes(folder.root))


def _call(folder: Folder) -> Call | None:
    """Return the call, if it can be read and its form and its rules can be made."""
    try:
        call = read(folder.root)
        for step in (asked_by, precheck.asked_by, rules_of):
            step(call)
    except CallError:
        return None
    return call
