"""Declares the questions of the pre-check, each with the places of an application it answers."""

from __future__ import annotations

from typing import Any

from pydantic.fields import FieldInfo

from validator.application import Application
from validator.application.base import ask
from validator.application.pointers import question


def fills(
    pointer: str,
    *more: str,
    title: str = "",
    help: str | None = None,  # noqa: A002 - the field's own word
    shown_if: tuple[Any, ...] = (),
    **bounds: Any,  # noqa: ANN401 - passed to pydantic as they are
) -> Any:  # noqa: ANN401 - stands where a value of any type will
    """Declare a question; title and help come from the application's question unless given here.

    The question has no clause: the pre-check quotes the section's clause once.

    Args:
        pointer: the place of the application that the answer fills; `*` is every row of a list.
        more: further places that the answer fills.
        title: the question, where the pre-check asks it in other words.
        help: how to answer without papers at hand; "" where the application's own help speaks of
            what a pre-check does not ask.
        shown_if: as in `validator.application.base.ask`.
        bounds: pydantic's constraints, e.g. `ge=0`.

    Raises:
        LookupError: an application has no such place.
    """
    model = question(pointer, Application)
    own = "" if title else model.description or ""
    said = own if help is None else help
    field = ask(title or model.title or "", help=said, shown_if=shown_if, **bounds)
    for place in more:
        question(place, Application)
    field.json_schema_extra["fills"] = [pointer, *more]
    return field


def filled_by(field: FieldInfo) -> tuple[str, ...]:
    """Return the places of an application that a question's answer fills."""
    extra = field.json_schema_extra
    fills = extra.get("fills") if isinstance(extra, dict) else None
    return tuple(map(str, fills)) if isinstance(fills, list) else ()
