"""What spreadsheets put on the clipboard, cell by cell.

Cells are parted by tabs, rows by line ends. A cell that holds either, or a quote, is wrapped in
quotes, its own quotes doubled; any other quote is part of what was typed.
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
    """Return the rows of a pasted text, each a list of its cells' texts, their ends stripped.

    Half a character, which no document can hold, becomes the replacement character.
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
        at = _matched(_LINE_END, text, at).end()  # a cell that no tab ends is ended by a line's end


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins at a place, and the place where it ends."""
    wrapped = _WRAPPED.match(text, at) if text.startswith('"', at) else None
    if wrapped and _WRAPPED_FOR.search(wrapped[1]):
        return wrapped[1].replace('""', '"'), wrapped.end()
    plain = _matched(_PLAIN, text, at)
    return plain[0], plain.end()


def _matched(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    """What a pattern matches at a place where it must match: the empty text matches `_PLAIN`."""
    found = pattern.match(text, at)
    if found is None:
        message = f"{pattern.pattern!r} does not match at {at}"
        raise ValueError(message)
    return found
