"""Cut a run of Chinese characters into words by a list: the longest known word first."""

from __future__ import annotations


def cut(run: str, words: frozenset[str]) -> list[str]:
    """Return the pieces of `run` in order; what lies between known words stays in one piece."""
    longest = max(map(len, words), default=1)
    pieces: list[str] = []
    unknown = start = 0
    while start < len(run):
        ends = range(min(start + longest, len(run)), start, -1)
        end = next((end for end in ends if run[start:end] in words), None)
        if end is None:
            start += 1
            continue
        pieces += [run[unknown:start], run[start:end]]
        unknown = start = end
    return [piece for piece in (*pieces, run[unknown:]) if piece]
