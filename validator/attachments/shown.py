"""Answers that an earlier answer hides do not count: they do not reach paper either."""

from typing import TypeVar

from validator.application.base import Section, shown_if

_Some = TypeVar("_Some", bound=Section)


def shown(section: _Some) -> _Some:
    """Return a section as its form shows it: hidden answers are unanswered."""
    return section.model_copy(
        update={name: _value(section, name) for name in type(section).model_fields},
    )


def _value(section: Section, name: str) -> object:
    condition = shown_if(type(section).model_fields[name])
    if condition and getattr(section, condition[0]) != condition[1]:
        return None
    value = getattr(section, name)
    if isinstance(value, Section):
        return shown(value)
    if isinstance(value, tuple):
        return tuple(shown(item) if isinstance(item, Section) else item for item in value)
    return value
