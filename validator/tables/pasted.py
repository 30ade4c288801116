"""What spreadsheets put on the clipboard, cell by cell.

Cells are parted by tabs, rows by line ends. A cell that holds either, or a quote, is wrapped in
quotes, its own quotes doubled; any other quote is part of what was typed.
"""

from __future__ import annotations

import re
from typing import Final

_WRAPPED: Final = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)')
_PLAIN: Final = re.compile(r"[^\t\r\n]*")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_WRAPPED_FOR: Final = re.compile(r'[\t\r\n]|""')
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def pasted_rows(text: str) -> list[list[str]]:
    """Return the rows of a pasted text, each a list of its cells' texts, their ends stripped.

    Half a character, which no document can hold, becomes the replacement character.
    """
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
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
        at = _LINE_END.match(text, at).end()  # type: ignore[union-attr] - a cell ends nowhere else


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins at a place, and the place where it ends."""
    wrapped = _WRAPPED.match(text, at) if text.startswith('"', at) else None
    if wrapped and _WRAPPED_FOR.search(wrapped[1]):
        return wrapped[1].replace('""', '"'), wrapped.end()
    plain = _PLAIN.match(text, at)
    return plain[0], plain.end()  # type: ignore[index, union-attr] - it matches nothing as well
