"""What is said of a members' table beside its cells: what was not read, and what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from validator.tables.cells import numbered
from validator.tables.headings import Heading
from validator.tables.merged import carried, left_blank
from validator.tables.workbook import Row, Sheet


def notes(sheet: Sheet, heading: Heading, rows: Sequence[Row]) -> Iterator[str]:
    """Yield a Chinese sentence for each thing that somebody who imports a table has to know.

    Args:
        sheet: the sheet.
        heading: its heading.
        rows: its rows of members.
    """
    yield from _unread(sheet, heading, rows)
    yield from carried(sheet, heading, rows)
    yield from left_blank(sheet, heading, rows)
    yield from _without_zero(heading, rows)


def _unread(sheet: Sheet, heading: Heading, rows: Sequence[Row]) -> Iterator[str]:
    """Name rows and columns that were not read, and hidden rows that were read."""
    above = [row.number for row in sheet.rows if row.number < heading.top]
    if above:
        yield f"表头在第 {heading.top} 行，它上面的第 {numbered(above)} 行没有读取"
    filled = Counter(place for row in rows for place in row.cells)
    for place, count in sorted(filled.items()):
        if place in heading.columns or place in heading.serials:
            continue
        title = heading.titles.get(place, "")
        named = f"“{title}”一列（第 {place} 列）" if title else f"第 {place} 列没有表头，"
        if place in heading.again:
            first = heading.again[place].title
            yield f"{named}与前面一列同是“{first}”，只读了前面一列；这一列的 {count} 格没有读取"
        else:
            yield (
                f"{named}不是本表的栏目，其中 {count} 格没有读取"
                if title
                else (f"{named}其中 {count} 格没有读取")
            )
    hidden = [row.number for row in rows if row.is_hidden]
    if hidden:
        yield f"第 {numbered(hidden)} 行在表格里是隐藏的，也一并读取了"


def _without_zero(heading: Heading, rows: Sequence[Row]) -> Iterator[str]:
    """Name telephone numbers that a spreadsheet took for numbers, and so took the first 0 from."""
    for place, column in heading.columns.items():
        short = [
            row.number
            for row in rows
            if (cell := row.cells.get(place)) is not None and cell.lost_its_zero(column)
        ]
        if short:
            yield (
                f"第 {numbered(short)} 行“{column.title}”像是座机号码，区号前的 0 "
                "被表格软件当成数字去掉了；已照表导入，请在表单里补上"
            )
