"""Splits the text that a spreadsheet puts on the clipboard into cells.

Tabs part cells, and line ends part rows. A spreadsheet wraps a cell that holds a tab, a line end
or a quotation mark in quotation marks, and doubles those inside. Any other quotation mark belongs
to what was typed.
"""

from __future__ import annotations

import re
from typing import Final

from validator.characters import whole

_WRAPPED: Final = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)')
_PLAIN: Final = re.compile(r"[^\t\r\n]*")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_WRAPPED_FOR: Final = re.compile(r'[\t\r\n]|""')


def pasted_rows(text: str) -> list[list[str]]:
    """Return the rows of a pasted text, each as a list of its cells' texts without outer spaces.

    A lone surrogate, which no document can hold, becomes the replacement character.
    """
    text = whole(text)
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        cell, at = _cell(text, at)
        rows[-1].append(cell.strip())
        if at == len(text):
            return rows
        if text[at] == "\t":
            at += 1
            continue
        rows.append([])
        at = _matched(_LINE_END, text, at).end()  # A cell ends at a tab or at a line end.


def _cell(text: str, at: int) -> tuple[str, int]:
    """Return the text of the cell that begins at a place, and the place where the cell ends."""
    wrapped = _WRAPPED.match(text, at) if text.startswith('"', at) else None
    if wrapped and _WRAPPED_FOR.search(wrapped[1]):
        return wrapped[1].replace('""', '"'), wrapped.end()
    plain = _matched(_PLAIN, text, at)
    return plain[0], plain.end()


def _matched(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    """Return the match of a pattern at a place where the pattern is known to match."""
    found = pattern.match(text, at)
    if found is None:
        message = f"{pattern.pattern!r} does not match at {at}"
        raise ValueError(message)
    return found
