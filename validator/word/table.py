"""A table while its XML is read: the counts from which its grid is fitted to its rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from validator.word.grid import fitted
from validator.word.splices import Splice


@dataclass
class _Row:
    cells: int = 0
    spanned: int = 0


@dataclass
class Table:
    """A table while it is read.

    Attributes:
        rows: The rows, with those of nested tables, as docxtpl counts them.
        columns: For each grid column, where its tag begins and ends, and its width.
        grid_end: Where the closing tag of the grid begins.
    """

    rows: list[_Row] = field(default_factory=list)
    columns: list[tuple[int, int, str]] = field(default_factory=list)
    grid_end: int = 0

    def open_row(self) -> None:
        """Begin a row."""
        self.rows.append(_Row())

    def add_cell(self) -> None:
        """Count a cell in the row begun last."""
        self.rows[-1].cells += 1
        self.rows[-1].spanned += 1

    def span(self, columns: int) -> None:
        """Let the cell counted last span some columns."""
        self.rows[-1].spanned += columns - 1

    def add_column(self, tag: tuple[int, int], width: str | None) -> None:
        """Note where the tag of a grid column begins and ends, and the column's width."""
        self.columns.append((*tag, width or "0"))

    def adopt(self, nested: "Table") -> None:
        """Add the rows of a nested table in front, so that the row begun last stays the last."""
        self.rows[:0] = nested.rows

    def grid_splices(self) -> Iterator[Splice]:
        """Yield the splices that fit the grid to the rows; none where the grid fits already."""
        old = [width for _, _, width in self.columns]
        if not old:
            return
        most_cells = max(row.cells for row in self.rows)
        new = fitted(old, most_cells, max(row.spanned for row in self.rows))
        if new == old:
            return
        for index, (start, end, _) in enumerate(self.columns):
            yield Splice(start, end, _column(new[index]) if index < len(new) else b"")
        for width in new[len(old) :]:
            yield Splice(self.grid_end, self.grid_end, _column(width))


def _column(width: str) -> bytes:
    return f'<w:gridCol w:w="{width}"/>'.encode()
