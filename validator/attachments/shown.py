"""Answers that an earlier answer hides do not count: they do not reach paper either."""

from typing import TypeVar

from validator.application.base import Section, hidden

_Some = TypeVar("_Some", bound=Section)


def shown(section: _Some) -> _Some:
    """Return a section as its form shows it: hidden answers are unanswered."""
    answers = {name: _shown(getattr(section, name)) for name in type(section).model_fields}
    return section.model_copy(update=answers | dict.fromkeys(hidden(section)))


def _shown(value: object) -> object:
    if isinstance(value, Section):
        return shown(value)
    if isinstance(value, tuple):
        return tuple(map(_shown, value))
    return value
