"""Edits to bytes, which are noted while the bytes are read and made at once afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Splice:
    """Put ``new`` in place of ``data[start:end]``."""

    start: int
    end: int
    new: bytes


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Return ``data`` with all splices made; they must not overlap."""
    pieces, done = [], 0
    for splice in sorted(splices):
        pieces += [data[done : splice.start], splice.new]
        done = splice.end
    return b"".join([*pieces, data[done:]])
