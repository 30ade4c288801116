"""Writes .xlsx sheets in which no typed text can become a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final
from unicodedata import east_asian_width

import xlsxwriter

from validator.characters import without_forbidden

_CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - fixed, so that the same input gives the same bytes
_CELL_MAX: Final = 32_767
_LINE_HEIGHT: Final = 17
_A4: Final = 9
_FONT: Final = {"font_name": "宋体", "font_size": 11}


class Book:
    """A workbook in memory.

    Every text is written with `write_string`, so that a text that begins with = or http stays text.
    """

    def __init__(self, title: str) -> None:
        """Begin a workbook."""
        self._buffer = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._buffer, {"in_memory": True})
        self._book.set_properties({"title": clean(title), "created": _CREATED})
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def sheet(self, name: str, widths: Sequence[int], *, landscape: bool = True) -> Any:  # noqa: ANN401 - xlsxwriter has no types
        """Add a sheet for A4, fitted to the page's width.

        Args:
            name: the sheet's name.
            widths: the widths of the columns, in characters.
            landscape: whether the page is wider than high.
        """
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(_A4)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
        sheet.set_footer("&C第 &P 页，共 &N 页")
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        return sheet

    def format(self, **properties: Any) -> Any:  # noqa: ANN401 - xlsxwriter's own
        """Return a cell format; the same properties give the same format."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({**_FONT, **properties})
        return self._formats[key]

    def bytes(self) -> bytes:
        """Close the workbook and return the file."""
        self._book.close()
        return self._buffer.getvalue()


def write_row(  # noqa: PLR0913 - the last two are named
    sheet: Any,  # noqa: ANN401 - xlsxwriter has no types
    row: int,
    texts: Iterable[str],
    cell: Any,  # noqa: ANN401 - a format
    *,
    widths: Sequence[int],
    least: int = 24,
) -> None:
    """Write one row of texts, high enough for the longest text.

    The height is computed here, since Excel does not fit the height to wrapped Chinese text.
    """
    texts = [clean(text) for text in texts]
    for column, text in enumerate(texts):
        sheet.write_string(row, column, text, cell)
    lines = max(
        (_lines(text, width) for text, width in zip(texts, widths, strict=False)), default=1
    )
    sheet.set_row(row, min(max(least, lines * _LINE_HEIGHT + 6), 400))


def clean(text: str) -> str:
    """Return a text without characters that XML forbids, cut to the length that Excel takes."""
    return without_forbidden(text)[:_CELL_MAX]


def _lines(text: str, width: int) -> int:
    return sum(
        1 + (sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line) - 1) // width
        for line in text.split("\n")
    )
