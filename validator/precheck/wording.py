"""The pre-check of a call: which questions it asks, and in which words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic.fields import FieldInfo

from validator.application import Application
from validator.application.asked import asked_by as applied_by
from validator.application.asked import chosen
from validator.application.places import kind_of
from validator.application.pointers import question
from validator.application.wording import schema
from validator.calls import Call, CallError
from validator.precheck.fills import filled_by
from validator.precheck.questions import PreCheck

_FILE = "precheck.toml"


@lru_cache(maxsize=32)
def asked_by(call: Call) -> type[PreCheck]:
    """Return the model of a call's pre-check.

    Raises:
        CallError: the call lists a question that the pre-check does not have, or whose answer
            belongs to a question that the call does not ask in its form.
    """
    asked, form = chosen(PreCheck, call.precheck, _FILE), applied_by(call)
    faults = [
        f"{_FILE} 的 {place}：填入“{question(lacking, Application).title}”（{lacking}），"
        "questions.toml 没有列出；请列出，或者不问这一问"
        for name, part in asked.model_fields.items()
        for place, field in _questions(name, part)
        if (lacking := _lacking(field, form))
    ]
    if faults:
        raise CallError.of(faults)
    return asked


def _questions(name: str, part: FieldInfo) -> Iterator[tuple[str, FieldInfo]]:
    for key, field in kind_of(part).model_fields.items():
        yield f"{name}.{key}", field


def _lacking(field: FieldInfo, form: type[Application]) -> str:
    """Return the first place that a question fills and the form does not ask; empty for none."""
    for place in filled_by(field):
        try:
            question(place, form)
        except LookupError:
            return place
    return ""


def described(call: Call) -> dict[str, Any]:
    """Return the JSON Schema of a call's pre-check.

    Raises:
        CallError: as `asked_by`.
    """
    return schema(asked_by(call), call.precheck)
