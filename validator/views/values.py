"""The answers that decided a finding, named and worded as people see them on the form."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from validator.application.base import Section, hidden
from validator.application.pointers import label
from validator.report import Status
from validator.rules.days import in_chinese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo

    from validator.application import Application
    from validator.report import Finding

_LONG, _LONG_IN_LIST, _LISTED = 60, 24, 4
_ROW = re.compile(r"/\d+(?=/|$)")


@dataclass(frozen=True, slots=True)
class Value:
    """An answer: what the form calls it, and what it says."""

    label: str
    text: str


def shown_values(application: Application, finding: Finding) -> tuple[Value, ...]:
    """Return the answers that a finding rests on; what is unanswered or hidden is left out.

    Args:
        application: what was checked.
        finding: one rule's result on it.

    Returns:
        First, where something is not met, the answers to blame, each alone; then what else was
        read, in that order. The same answer of several rows is one value that counts them, e.g.
        成员单位 › 核心或一般成员: 核心成员 ×9、一般成员 ×2.
    """
    blamed = finding.settles if finding.status is Status.NOT_MET else ()
    alone = [value for place in blamed if (value := _alone(application, place))]
    others = _by_question(place for place in finding.fields if place not in blamed)
    together = [value for places in others if (value := _together(application, places))]
    return (*alone, *together)


def _by_question(places: Iterable[str]) -> Iterable[list[str]]:
    found: dict[str, list[str]] = {}
    for place in places:
        found.setdefault(_ROW.sub("", place), []).append(place)
    return found.values()


def _alone(application: Application, place: str) -> Value | None:
    said = _said(application, place, _LONG)
    return Value(label(place), said) if said else None


def _together(application: Application, places: list[str]) -> Value | None:
    if len(places) == 1:
        return _alone(application, places[0])
    said = Counter(text for place in places if (text := _said(application, place, _LONG_IN_LIST)))
    if not said:
        return None
    return Value(label(_ROW.sub("", places[0])), "、".join(_tally(said)))


def _tally(said: Counter[str]) -> Iterator[str]:
    for text, times in list(said.items())[:_LISTED]:
        yield f"{text} ×{times}" if times > 1 else text
    if len(said) > _LISTED:
        yield f"另 {len(said) - _LISTED} 种"


def _said(application: Application, place: str, most: int) -> str:
    """What the answer at a place says; nothing for none."""
    field: FieldInfo | None = None
    value: object = application
    for step in place.split("/")[1:]:
        if isinstance(value, Section) and step not in hidden(value):
            field, value = type(value).model_fields[step], getattr(value, step)
        elif isinstance(value, tuple) and int(step) < len(value):
            value = value[int(step)]
        else:
            return ""
    text = " ".join(_worded(value, field).split())
    return text if len(text) <= most else f"{text[:most]}…"


def _worded(value: object, field: FieldInfo | None) -> str:
    if isinstance(value, tuple):
        return "、".join(filter(None, (_worded(one, field) for one in value)))
    match value:
        case bool():
            return _yes_or_no(field)[not value]
        case date():
            return in_chinese(value)
        case int() | float():
            return f"{value:.15g}{_unit(field)}"
        case str():
            return str(value)  # a choice shows its Chinese words
    return ""  # unanswered, or a section: its own answers are named


def _yes_or_no(field: FieldInfo | None) -> tuple[str, str]:
    asks = field is not None and (field.title or "").startswith("有无")
    return ("有", "无") if asks else ("是", "否")


def _unit(field: FieldInfo | None) -> str:
    extra = field.json_schema_extra if field is not None else None
    unit = extra.get("unit", "") if isinstance(extra, dict) else ""
    return f" {unit}" if unit else ""
