"""A question of the pre-check says which places of an application its answer speaks of."""

from __future__ import annotations

from typing import Any

from pydantic.fields import FieldInfo

from validator.application.base import ask
from validator.application.pointers import question


def fills(
    pointer: str,
    *more: str,
    title: str = "",
    help: str = "",  # noqa: A002 - the field's own word
    shown_if: tuple[Any, ...] = (),
    **bounds: Any,  # noqa: ANN401 - passed to pydantic as they are
) -> Any:  # noqa: ANN401 - stands where a value of any type will
    """Declare a question; what is not said here is as the application's own question says it.

    The clause is the section's: a pre-check quotes it once.

    Args:
        pointer: the place that its answer fills; `*` is every row of a list.
        more: further places.
        title: the question, where it is put otherwise than in the application.
        help: how to answer it without papers at hand.
        shown_if: (name of an earlier answer in this section, its values): asked only then.
        bounds: pydantic's own, e.g. `ge=0`.

    Raises:
        LookupError: an application has no such place.
    """
    model = question(pointer)
    said = help or ("" if title else model.description or "")
    field = ask(title or model.title or "", help=said, shown_if=shown_if, **bounds)
    for place in more:
        question(place)
    field.json_schema_extra["fills"] = [pointer, *more]
    return field


def filled_by(field: FieldInfo) -> tuple[str, ...]:
    """The places of an application that a question's answer speaks of."""
    extra = field.json_schema_extra
    fills = extra.get("fills") if isinstance(extra, dict) else None
    return tuple(map(str, fills)) if isinstance(fills, list) else ()
