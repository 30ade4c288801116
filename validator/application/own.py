"""A call's own questions: the type and bounds of an answer of each kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic.fields import FieldInfo

from validator.application.base import ask
from validator.application.text import Day, Line, Name, Text
from validator.calls import AnswerKind, Wording

_NAMES_MAX = 200
_NUMBER_MAX = 1e12

_TYPES: dict[AnswerKind, tuple[Any, dict[str, Any]]] = {
    AnswerKind.LINE: (Line, {}),
    AnswerKind.TEXT: (Text, {}),
    AnswerKind.YES_NO: (bool | None, {}),
    AnswerKind.NUMBER: (float | None, {"ge": -_NUMBER_MAX, "le": _NUMBER_MAX}),
    AnswerKind.DAY: (Day, {}),
    AnswerKind.NAMES: (tuple[Name, ...] | None, {"max_length": _NAMES_MAX}),
}
"""By the kind of a question without options, the type and the bounds of its answer."""


def own_question(words: Wording) -> FieldInfo:
    """Return the field of a question that only one call asks.

    Args:
        words: what the call says of the question; its `kind` is given.
    """
    kind, bounds = _type(words)
    field = ask(words.title, help=words.help, example=words.example, unit=words.unit, **bounds)
    return FieldInfo.from_annotated_attribute(kind, field)


def _type(words: Wording) -> tuple[Any, dict[str, Any]]:
    if words.kind is AnswerKind.CHOICE:
        listed = Field(json_schema_extra={"enum": [*words.options, None]})
        return Annotated[Line, AfterValidator(_among(words.options)), listed], {}
    if words.kind is AnswerKind.SEVERAL:
        listed = Field(json_schema_extra={"enum": [*words.options]})
        one = Annotated[Name, AfterValidator(_among(words.options)), listed]
        return tuple[one, ...] | None, {"max_length": len(words.options)}
    return _TYPES[words.kind or AnswerKind.LINE]


def _among(options: tuple[str, ...]) -> Callable[[str | None], str | None]:
    def listed(value: str | None) -> str | None:
        if value is not None and value not in options:
            msg = f"应为下列之一：{'、'.join(options)}；现为“{value}”"
            raise ValueError(msg)
        return value

    return listed
