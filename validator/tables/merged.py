"""Merged cells of a members' table, of which a spreadsheet keeps only the first one's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from validator.tables.columns import WHO
from validator.tables.headings import Heading
from validator.tables.workbook import Merged, Row, Sheet


def carried_down(rows: Sequence[Row], merged: Sequence[Merged], heading: Heading) -> Sequence[Row]:
    """Return rows with the texts of merged cells that begin in a row above.

    Args:
        rows: the rows of members.
        merged: the merged cells of the sheet.
        heading: the heading; a text is carried down in the column that it stands in, no further.
    """
    numbered = {row.number: row for row in rows}
    for cells in merged:
        first = numbered.get(cells.top)
        text = first.cells.get(cells.left) if first and _is_carried(cells, heading) else None
        if text is None:
            continue
        for number in range(cells.top + 1, min(cells.bottom, rows[-1].number) + 1):
            row = numbered.get(number)
            if row is not None and cells.left not in row.cells:
                filled = {**row.cells, cells.left: text}
                numbered[number] = replace(row, cells=dict(sorted(filled.items())))
    return [numbered[row.number] for row in rows]


def carried(sheet: Sheet, heading: Heading, rows: Sequence[Row]) -> Iterator[str]:
    """Yield a sentence for merged cells whose text was carried down."""
    for cells in _in_members(sheet, heading, rows):
        if _is_carried(cells, heading) and cells.top < cells.bottom:
            title = heading.columns[cells.left].title
            yield (
                f"第 {cells.top}—{min(cells.bottom, rows[-1].number)} 行的“{title}”是合并的单元格，"
                "已照第一格填入各行，请核对"
            )


def left_blank(sheet: Sheet, heading: Heading, rows: Sequence[Row]) -> Iterator[str]:
    """Yield a sentence for merged cells of which only the first one was read."""
    last = rows[-1].number
    for cells in _in_members(sheet, heading, rows):
        titles = [
            column.title
            for place, column in sorted(heading.columns.items())
            if cells.left <= place <= cells.right
            and not (place == cells.left and _is_carried(cells, heading))
        ]
        bottom = min(cells.bottom, last)
        if titles:
            where = f"第 {cells.top} 行" if cells.top == bottom else f"第 {cells.top}—{bottom} 行"
            named = "、".join(f"“{title}”" for title in titles)
            yield f"{where}的{named}是合并的单元格，只有左上一格读到内容，其余请补填"


def _in_members(sheet: Sheet, heading: Heading, rows: Sequence[Row]) -> Iterator[Merged]:
    for cells in sheet.merged:
        if heading.row < cells.top <= rows[-1].number:
            yield cells


def _is_carried(cells: Merged, heading: Heading) -> bool:
    column = heading.columns.get(cells.left)
    # A name or a code that is carried down would make one unit two members.
    return column is not None and column.name not in WHO
