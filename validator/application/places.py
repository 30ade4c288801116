"""What a section is made of, and every place in it that can hold an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from validator.application.base import Section, hidden


@dataclass(frozen=True, slots=True)
class Make:
    """The names in a kind of section: its questions, its sub-sections, its lists of rows."""

    questions: tuple[str, ...]
    sections: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A question, or a list of `rows`: where it stands, what it holds, how it is asked."""

    pointer: str
    value: Any
    field: FieldInfo
    rows: bool

    @property
    def answered(self) -> bool:
        """Whether a question has its answer; a list alone, with rows or none, says nothing."""
        return not self.rows and self.value not in (None, ())


@cache
def make(kind: type[Section]) -> Make:
    """Return what a kind of section is made of, each in the order of the model."""
    fields = {name: field.annotation for name, field in kind.model_fields.items()}
    sections = tuple(name for name, given in fields.items() if _is_section(given))
    rows = tuple(
        name
        for name, given in fields.items()
        if get_origin(given) is tuple and _is_section(get_args(given)[0])
    )
    questions = tuple(name for name in fields if name not in {*sections, *rows})
    return Make(questions, sections, rows)


def places(section: Section, pointer: str = "") -> Iterator[Place]:
    """Every question and list in a section and below it, those that are hidden left out.

    Args:
        section: where to look.
        pointer: where `section` itself stands.
    """
    kind = type(section)
    parts, unasked = make(kind), hidden(section)
    for name, field in kind.model_fields.items():
        value, place = getattr(section, name), f"{pointer}/{name}"
        if name in parts.sections:
            yield from places(value, place)
        elif name not in unasked:
            yield Place(place, value, field, name in parts.rows)
        if name in parts.rows:
            for index, row in enumerate(value):
                yield from places(row, f"{place}/{index}")


def _is_section(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Section)
