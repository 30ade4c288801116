"""JSON pointers (RFC 6901) into an application, and what people call the place they name."""

from __future__ import annotations

import types
from functools import lru_cache
from typing import Any, Union, get_args, get_origin

from annotated_types import MaxLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from validator.application.application import Application
from validator.application.base import Choice


@lru_cache(maxsize=1024)  # the same places from one check to the next
def label(pointer: str) -> str:
    """Name a place in an application in Chinese.

    >>> label("/members/2/tier")
    '成员单位第 3 家 › 核心或一般成员'

    Args:
        pointer: a JSON pointer; steps that lead nowhere are shown as they stand.
    """
    words: list[str] = []
    model: Any = Application
    for step in pointer.split("/")[1:]:
        if step.isdigit() and words:
            counter = (
                "家" if len(words) == 1 else "条"
            )  # only members and partners stand at the top
            words[-1] += f"第 {int(step) + 1} {counter}"
            continue
        field = model.model_fields.get(step) if model is not None else None
        words.append((field.title if field else None) or step)
        model = _section(field.annotation) if field else None
    return " › ".join(words) or "整个文件"


def question(pointer: str) -> FieldInfo:
    """The question at a place; rows are named by number, or all by `*`, as in /members/*/tier.

    Raises:
        LookupError: an application has no such place.
    """
    model: type[BaseModel] | None = Application
    field: FieldInfo | None = None
    for step in pointer.split("/")[1:]:
        if step == "*" or step.isdigit():
            continue
        field = model.model_fields.get(step) if model is not None else None
        if field is None:
            raise LookupError(pointer)
        model = _section(field.annotation)
    if field is None:
        raise LookupError(pointer)
    return field


def choices(pointer: str) -> str:
    """The answers to choose from at a place, in both languages; nothing where all are free."""
    kinds = get_args(question(pointer).annotation)
    lists = (kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Choice))
    return "、".join(f"{choice.label}（{choice.value}）" for kind in lists for choice in kind)


def rows_max(pointer: str) -> int | None:
    """How many rows a list of rows may have; `None` where there is no such list."""
    try:
        field = question(pointer)
    except LookupError:
        return None
    if get_origin(field.annotation) is not tuple or _section(field.annotation) is None:
        return None
    return next(it.max_length for it in field.metadata if isinstance(it, MaxLen))


def pointer(location: tuple[int | str, ...]) -> str:
    """Return a pydantic error location as a JSON pointer."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in location)
    return "".join(f"/{step}" for step in steps)


def _section(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation
    """The model behind an annotation: itself, or the rows of a list, or one of a union."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, Union, types.UnionType):
        found = (_section(part) for part in get_args(annotation) if part is not Ellipsis)
        return next(filter(None, found), None)
    return None
