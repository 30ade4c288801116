"""Finds the parts of the form that ask what a clause of the notice needs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from site_build.form.parts import NEW_ROW, Group, Part, Rows
from site_build.form.questions import sections
from validator.application.wording import described

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validator.calls import Call


@cache
def parts_of(call: Call, position: str) -> tuple[Part, ...]:
    """Return the parts that name a clause; where a group does, the group without its questions.

    Args:
        call: the call.
        position: the position of the clause, such as 三（一）2.
    """
    return tuple(_naming(position, _parts(call)))


@cache  # The page of the notice calls `parts_of` for each clause.
def _parts(call: Call) -> tuple[Part, ...]:
    found = sections(call, described(call))
    return tuple(part for section in found for part in (*section.before, section.body))


def _naming(position: str, parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if part.clause == position:
            yield part
        elif isinstance(part, Group):
            yield from _naming(position, part.parts)
        elif isinstance(part, Rows) and any(_naming(position, (*part.cells, *part.rest))):
            yield part


def address_of(part: Part) -> str:
    """Return the part's place on the form; for a part of a new row, the place of its list."""
    return part.pointer.partition(f"/{NEW_ROW}")[0]
