"""Computes the column widths of a table whose number of columns a loop has changed.

The arithmetic is docxtpl's, truncation included, so that a document filled here equals a document
filled by docxtpl.
"""

from collections.abc import Sequence


def fitted(widths: Sequence[str], most_cells: int, most_spanned: int) -> list[str]:
    """Fit the grid to the rows and keep the table's total width.

    Args:
        widths: ``w:w`` of every ``w:gridCol``, in twentieths of a point.
        most_cells: Number of cells in the row that has the most.
        most_spanned: The same number with each cell counted as often as its ``w:gridSpan`` says.

    Returns:
        The widths of the columns that the table now needs, in twentieths of a point.
    """
    return _narrowed(_widened(widths, most_cells), most_spanned)


def _widened(widths: Sequence[str], needed: int) -> list[str]:
    missing = needed - len(widths)
    total = sum(map(float, widths))
    if missing <= 0 or total <= 0:
        return list(widths)
    before, after = total / len(widths), total / needed
    scaled = [str(int(float(width) * after / before)) for width in widths]
    return scaled + [str(int(after))] * missing


def _narrowed(widths: list[str], needed: int) -> list[str]:
    surplus = len(widths) - needed
    if surplus <= 0 or needed <= 0:
        return widths
    share = int(sum(map(float, widths[needed:])) / needed)
    return [str(int(float(width) + share)) for width in widths[:needed]]
