"""What must be known of a table, while it is read, to fit its grid to its rows."""

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
    """One open table. ``rows`` includes those of nested tables, as docxtpl counts them."""

    rows: list[_Row] = field(default_factory=list)
    columns: list[tuple[int, int, str]] = field(default_factory=list)
    grid_end: int = 0

    def open_row(self) -> None:
        """Begin a row."""
        self.rows.append(_Row())

    def add_cell(self) -> None:
        """Count a cell of the row last begun."""
        self.rows[-1].cells += 1
        self.rows[-1].spanned += 1

    def span(self, columns: int) -> None:
        """Let the cell last counted span so many columns."""
        self.rows[-1].spanned += columns - 1

    def add_column(self, tag: tuple[int, int], width: str | None) -> None:
        """Note a grid column: where its tag stands, and its width."""
        self.columns.append((*tag, width or "0"))

    def adopt(self, nested: "Table") -> None:
        """Count the rows of a nested table as one's own; they never are the row last begun."""
        self.rows[:0] = nested.rows

    def grid_splices(self) -> Iterator[Splice]:
        """Yield the splices that fit the grid to the rows; none where it fits already."""
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
