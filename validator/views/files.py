"""What came out of a file that was opened or imported, as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validator.views.render import environment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validator.tables import Import


def opened(edits: Iterable[tuple[str, str]], *, intact: bool) -> str:
    """Return where a Word document differs from the draft it carries.

    Args:
        edits: what the draft gives, and what the document says instead.
        intact: whether the draft is as it was written.
    """
    template = environment().get_template("opened.html.j2")
    return template.render(edits=tuple(edits), intact=intact)


def imported(found: Import) -> str:
    """Return how many members were taken over, and every cell that was not.

    Args:
        found: a table of members as read.
    """
    return environment().get_template("imported.html.j2").render(found=found)
