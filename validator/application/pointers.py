"""JSON pointers (RFC 6901) into an application: the question at a place, and its Chinese name."""

from __future__ import annotations

import types
from functools import lru_cache
from typing import Any, Union, get_args, get_origin

from annotated_types import MaxLen
from pydantic.fields import FieldInfo

from validator.application.base import Choice, Section


@lru_cache(maxsize=1024)  # each check names the same places again
def label(pointer: str, asked: type[Section]) -> str:
    """Name a place in an application in Chinese.

    >>> label("/members/2/tier", Application)
    '成员单位第 3 家 › 核心或一般成员'

    Args:
        pointer: a JSON pointer; steps that no field has are shown as they are.
        asked: the model of the application, which has the call's own titles (`asked_by`).
    """
    words: list[str] = []
    model: Any = asked
    for step in pointer.split("/")[1:]:
        if step.isdigit() and words:
            counter = (
                "家" if len(words) == 1 else "条"
            )  # the only lists at the top are members and partners
            words[-1] += f"第 {int(step) + 1} {counter}"
            continue
        field = model.model_fields.get(step) if model is not None else None
        words.append((field.title if field else None) or step)
        model = section_of(field.annotation) if field else None
    return " › ".join(words) or "整个文件"


def question(pointer: str, asked: type[Section]) -> FieldInfo:
    """Return the question at a place; a row's number may be `*` for any, as in /members/*/tier.

    Args:
        pointer: a JSON pointer.
        asked: the model of the application, as in `label`.

    Raises:
        LookupError: an application has no such place, or its call does not ask the question.
    """
    model: type[Section] | None = asked
    field: FieldInfo | None = None
    for step in pointer.split("/")[1:]:
        if step == "*" or step.isdigit():
            continue
        field = model.model_fields.get(step) if model is not None else None
        if field is None:
            raise LookupError(pointer)
        model = section_of(field.annotation)
    if field is None:
        raise LookupError(pointer)
    return field


def choices(pointer: str, asked: type[Section]) -> str:
    """Return the answers to choose from at a place, as 词（code）; empty for a free answer."""
    kinds = get_args(question(pointer, asked).annotation)
    lists = (kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Choice))
    return "、".join(f"{choice.label}（{choice.value}）" for kind in lists for choice in kind)


def rows_max(pointer: str, asked: type[Section]) -> int | None:
    """Return how many rows a list may have; `None` where the place is no list of rows."""
    try:
        field = question(pointer, asked)
    except LookupError:
        return None
    if get_origin(field.annotation) is not tuple or section_of(field.annotation) is None:
        return None
    return next(it.max_length for it in field.metadata if isinstance(it, MaxLen))


def pointer(location: tuple[int | str, ...]) -> str:
    """Return a pydantic error location as a JSON pointer."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in location)
    return "".join(f"/{step}" for step in steps)


def section_of(annotation: Any) -> type[Section] | None:  # noqa: ANN401 - any annotation
    """Return the section in an annotation: itself, a list's rows, or one of a union."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation
    if get_origin(annotation) in (tuple, Union, types.UnionType):
        found = (section_of(part) for part in get_args(annotation) if part is not Ellipsis)
        return next(filter(None, found), None)
    return None
