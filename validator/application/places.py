"""What a section is made of, and every place in it that can hold an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo

from validator.application.base import Section, hidden


@dataclass(frozen=True, slots=True)
class Make:
    """All fields in a kind of section; which are questions, sub-sections, lists of rows."""

    fields: Mapping[str, FieldInfo]
    questions: tuple[str, ...]
    sections: tuple[str, ...]
    rows: tuple[str, ...]


class Place(NamedTuple):
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
    fields = dict(kind.model_fields)
    kinds = {name: field.annotation for name, field in fields.items()}
    sections = tuple(name for name, given in kinds.items() if _is_section(given))
    rows = tuple(
        name
        for name, given in kinds.items()
        if get_origin(given) is tuple and _is_section(get_args(given)[0])
    )
    questions = tuple(name for name in fields if name not in {*sections, *rows})
    return Make(fields, questions, sections, rows)


def places(section: Section, pointer: str = "") -> list[Place]:
    """Every question and list in a section and below it, those that are hidden left out.

    Args:
        section: where to look.
        pointer: where `section` itself stands.
    """
    found: list[Place] = []
    _gather(section, pointer, found)
    return found


def _gather(section: Section, pointer: str, found: list[Place]) -> None:
    parts, unasked = make(type(section)), hidden(section)
    for name, field in parts.fields.items():
        value, place = getattr(section, name), f"{pointer}/{name}"
        if name in parts.sections:
            _gather(value, place, found)
        elif name in parts.rows:
            found.append(Place(place, value, field, rows=True))
            for index, row in enumerate(value):
                _gather(row, f"{place}/{index}", found)
        elif name not in unasked:
            found.append(Place(place, value, field, rows=False))


def find(section: Section, pointers: Iterable[str]) -> Iterator[Place]:
    """The questions and lists that JSON pointers name; none for what is hidden or not there."""
    holders: dict[str, tuple[Section | None, set[str]]] = {}
    for pointer in pointers:
        path, _, name = pointer.rpartition("/")
        if path not in holders:
            found = _section_at(section, path)
            holders[path] = found, (hidden(found) if found else set())
        holder, unasked = holders[path]
        parts = make(type(holder)) if holder is not None else None
        if parts and name in parts.fields and name not in unasked:
            value, rows = getattr(holder, name), name in parts.rows
            yield Place(pointer, value, parts.fields[name], rows)


def _section_at(section: Section, pointer: str) -> Section | None:
    found: Any = section
    for step in pointer.split("/")[1:]:
        if isinstance(found, tuple):
            found = found[int(step)] if int(step) < len(found) else None
        else:
            found = getattr(found, step, None)
    return found if isinstance(found, Section) else None


def _is_section(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Section)
