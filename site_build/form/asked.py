"""Lists the questions of a form, without the groups and lists around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.form.parts import Group, Question, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from site_build.form.parts import Part, Section


def questions_in(sections: Iterable[Section]) -> Iterator[Question]:
    """Yield the questions of sections, in the order of the form; questions of list rows once."""
    for section in sections:
        yield from _within((*section.before, section.body))


def _within(parts: Iterable[Part]) -> Iterator[Question]:
    for part in parts:
        if isinstance(part, Question):
            yield part
        elif isinstance(part, Group):
            yield from _within(part.parts)
        elif isinstance(part, Rows):
            yield from _within((*part.cells, *part.rest))
