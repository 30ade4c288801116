"""Removes the answers that an earlier answer hides, which documents and tables must not show."""

from typing import TypeVar

from validator.application.base import Section, hidden
from validator.application.places import make

_Some = TypeVar("_Some", bound=Section)


def without_hidden(section: _Some) -> _Some:
    """Return a section as the form shows it: hidden questions unanswered, hidden lists empty."""
    kind = type(section)
    answers = {name: _without(getattr(section, name)) for name in kind.model_fields}
    nothing = {name: () if name in make(kind).rows else None for name in hidden(section)}
    return section.model_copy(update=answers | nothing)


def _without(value: object) -> object:
    if isinstance(value, Section):
        return without_hidden(value)
    if isinstance(value, tuple):
        return tuple(map(_without, value))
    return value
