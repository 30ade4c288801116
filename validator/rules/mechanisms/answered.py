"""Answers that a call names by place, and sentences that repeat these answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from validator.application.pointers import question
from validator.application.unit import Member
from validator.calls.call import Thresholds
from validator.case import Answers, Case, at, unanswered
from validator.chinese import figure, in_chinese

_BLANK = re.compile(r"(《?)\{(\w+)\}")
_TITLE_MARKS = "《》"


def _single(place: str) -> str:
    """A question that is asked once: no question of a row."""
    if any(step == "*" or step.isdigit() for step in place.split("/")):
        message = f"“{place}”在一行里，应写只问一次的问题"
        raise ValueError(message)
    try:
        question(place)
    except LookupError:
        message = f"申报表里没有“{place}”这个问题"
        raise ValueError(message) from None
    return place


def _of_a_unit(name: str) -> str:
    if name not in Member.model_fields:
        message = f"单位没有“{name}”这个问题"
        raise ValueError(message)
    return name


def _of_the_call(name: str) -> str:
    field = Thresholds.model_fields.get(name)
    if field is None or field.annotation is not int:
        message = f"call.toml 的 [thresholds] 里没有“{name}”这个数"
        raise ValueError(message)
    return name


Place = Annotated[str, AfterValidator(_single)]
"""The JSON pointer of a question that is asked once, e.g. /funding/mechanism."""

UnitQuestion = Annotated[str, AfterValidator(_of_a_unit)]
"""The name of a question that is asked of every unit, e.g. rights."""

Threshold = Annotated[str, AfterValidator(_of_the_call)]
"""The name of a number under [thresholds] in call.toml: pages and documents state it as well."""

Sentence = Annotated[str, Field(min_length=1)]
"""A sentence of a call. {name} stands for an answer or a figure that the mechanism names."""


def answer(case: Case, place: str) -> Any:  # noqa: ANN401 - whatever the question takes
    """The answer at a place; it is noted as read."""
    section, name = _step(case, place)
    return getattr(section, name)


def threshold(case: Case, name: str) -> int:
    """A number of the call."""
    number: int = getattr(case.call.thresholds, name)
    return number


def blank_places(case: Case, places: Iterable[str]) -> tuple[str, ...]:
    """Those of some places whose question is not answered; all are noted as read."""
    return tuple(found for place in places for found in unanswered(*_step(case, place)))


def named(case: Case, place: str) -> tuple[str, ...]:
    """A place as a verdict names it; it is not noted as read."""
    return at(*_step(case, place))


def title(place: str) -> str:
    """What the form calls the question at a place."""
    return question(place).title or ""


def answers_at(case: Case, places: Iterable[str]) -> dict[str, object]:
    """The answers at some places, by the last step of each; they are noted as read."""
    return {place.rpartition("/")[2]: answer(case, place) for place in places}


def filled(sentence: str, **said: object) -> str:
    """A sentence with what stands for each {name}; a name that nothing stands for stays.

    Within 《》 the marks that an applicant has typed are left out: 《《办法》》 is no name.
    """

    def word(blank: re.Match[str]) -> str:
        mark, name = blank.groups()
        if name not in said:
            return blank[0]
        written = _written(said[name])
        return mark + written.strip(_TITLE_MARKS) if mark else written

    return _BLANK.sub(word, sentence)  # in one pass: an answer may itself have {braces}


def _step(case: Case, place: str) -> tuple[Answers, str]:
    section: Answers = case
    *path, name = place.split("/")[1:]
    for step in path:
        section = getattr(section, step)
    return section, name


def _written(value: object) -> str:
    if isinstance(value, date):
        return in_chinese(value)
    if isinstance(value, float):
        return figure(value)
    return str(value)
