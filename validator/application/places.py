"""The places of a section: its questions, sub-sections and lists of rows, by JSON pointer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeGuard, get_args, get_origin

from pydantic.fields import FieldInfo

from validator.application.base import Section, hidden

UNANSWERED = frozenset((None, ()))
"""The values of a question that is not answered."""


@dataclass(frozen=True, slots=True)
class Make:
    """The fields of a kind of section, and which are questions, sub-sections, lists of rows."""

    fields: Mapping[str, FieldInfo]
    questions: tuple[str, ...]
    sections: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form asks, by JSON pointer; questions and lists that an answer hides are left out.

    Attributes:
        of: the kind of section that asks: for a whole application, the model of its call.
        answers: the answer to every question; `None` or `()` until answered.
        lists: the number of rows in every list.
    """

    of: type[Section]
    answers: dict[str, Any]
    lists: dict[str, int]


@cache
def make(kind: type[Section]) -> Make:
    """Return what a kind of section is made of, in the order of the model."""
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


@lru_cache(maxsize=8192)  # each check asks for the same places again
def pointers(kind: type[Section], pointer: str) -> Mapping[str, str]:
    """Return the JSON pointers of all fields in a kind of section that stands at `pointer`."""
    return {name: f"{pointer}/{name}" for name in make(kind).fields}


def asked(section: Section, pointer: str = "") -> Asked:
    """Return what a section, its sub-sections and its rows ask.

    Args:
        section: the section.
        pointer: the JSON pointer of `section`; empty for a whole application.
    """
    found = Asked(type(section), {}, {})
    _gather(section, pointer, found)
    return found


def _gather(section: Section, pointer: str, found: Asked) -> None:
    kind, values = type(section), vars(section)
    parts, places, answers = make(kind), pointers(kind, pointer), found.answers
    for name in parts.questions:
        answers[places[name]] = values[name]
    gone = hidden(section)
    for name in gone.difference(parts.rows):
        del answers[places[name]]
    for name in parts.sections:
        _gather(values[name], places[name], found)
    for name in parts.rows:
        if name in gone:
            continue
        found.lists[places[name]] = len(values[name])
        for index, row in enumerate(values[name]):
            _gather(row, f"{places[name]}/{index}", found)


def kind_of(field: FieldInfo) -> type[Section]:
    """Return the kind of section that a field holds.

    Raises:
        TypeError: the field holds no section.
    """
    kind = field.annotation
    if not _is_section(kind):
        message = f"{field.title} holds no section"
        raise TypeError(message)
    return kind


def row_kind(kind: type[Section], name: str) -> type[Section] | None:
    """Return the kind of section of a list's rows; None where `kind` does not ask for the list."""
    field = kind.model_fields.get(name)
    return None if field is None else get_args(field.annotation)[0]


def _is_section(annotation: object) -> TypeGuard[type[Section]]:
    return isinstance(annotation, type) and issubclass(annotation, Section)
