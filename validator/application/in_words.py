"""Puts an answer into Chinese words: labels for codes, 是 and 否, dates, numbers with units."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic.fields import FieldInfo

from validator.application.base import unit_of
from validator.chinese import NO, YES, figure, in_chinese
from validator.words import Word

_TEXT_SHOWN, _LIST_SHOWN = 40, 5
_THERE_IS = ("有", "无")


def in_words(value: Any, field: FieldInfo) -> str:  # noqa: ANN401 - whatever was answered
    """Return an answer in Chinese; a long text or list is cut.

    Args:
        value: the answer, not `None`.
        field: the question.
    """
    if isinstance(value, bool):
        return yes_and_no(field.title or "")[0 if value else 1]
    if isinstance(value, Word):
        return value.label
    if isinstance(value, date):
        return in_chinese(value)
    if isinstance(value, int | float):
        unit = unit_of(field)
        return f"{figure(value)} {unit}" if unit else str(value)
    if isinstance(value, tuple):
        return _list([str(one) for one in value])
    return _cut(" ".join(str(value).split()))


def yes_and_no(title: str) -> tuple[str, str]:
    """Return the words for True and False that fit a question: 有 and 无, else 是 and 否."""
    return _THERE_IS if title.startswith("有无") else (YES, NO)


def _list(items: list[str]) -> str:
    joined = _cut("、".join(items[:_LIST_SHOWN]))
    return joined if len(items) <= _LIST_SHOWN else f"{joined}等 {len(items)} 项"


def _cut(text: str) -> str:
    return text if len(text) <= _TEXT_SHOWN else f"{text[:_TEXT_SHOWN]}……"
