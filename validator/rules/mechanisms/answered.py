"""Answers that a call names by place, and sentences that repeat these answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo

from validator.application import Application
from validator.application.asked import asked_by
from validator.application.pointers import question, section_of
from validator.calls import Call
from validator.calls.call import Thresholds
from validator.case import Answers, Case, at, unanswered
from validator.chinese import figure, in_chinese, yes_no

_BLANK = re.compile(r"(《?)\{(\w+)\}")
_TITLE_MARKS = "《》"


def _asked(info: ValidationInfo) -> type[Application]:
    """Return what the call asks whose rules.toml is read."""
    return asked_by(info.context) if isinstance(info.context, Call) else Application


def _single(place: str, info: ValidationInfo) -> str:
    """Refuse a place that is no question, and a question of a row, which is asked in each row."""
    if any(step == "*" or step.isdigit() for step in place.split("/")):
        message = f"“{place}”在一行里，应写只问一次的问题"
        raise ValueError(message)
    try:
        field = question(place, _asked(info))
    except LookupError:
        message = f"申报表里没有“{place}”这个问题；请核对，或者在 questions.toml 里列出"
        raise ValueError(message) from None
    if field.annotation is section_of(field.annotation):
        message = f"“{place}”是表单的一部分，不是一个问题"
        raise ValueError(message)
    return place


def _of_a_unit(name: str, info: ValidationInfo) -> str:
    asked = _asked(info)
    for place in (f"/lead/{name}", f"/members/*/{name}"):
        try:
            question(place, asked)
        except LookupError:
            message = f"单位没有“{name}”这个问题；请核对，或者在 questions.toml 里列出"
            raise ValueError(message) from None
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
"""A sentence of a call; {name} in it is replaced by an answer or a figure of that name."""


def answer(case: Case, place: str) -> Any:  # noqa: ANN401 - whatever the question takes
    """Return the answer at a place, and note the answer as read."""
    section, name = _step(case, place)
    return section.answer(name)


def threshold(case: Case, name: str) -> int:
    """Return a number of the call by its name under [thresholds]."""
    number: int = getattr(case.call.thresholds, name)
    return number


def blank_places(case: Case, places: Iterable[str]) -> tuple[str, ...]:
    """Return the places whose question is not answered; all are noted as read."""
    return tuple(found for place in places for found in unanswered(*_step(case, place)))


def named(case: Case, place: str) -> tuple[str, ...]:
    """Return a place for a verdict's `settles`; the answer is not noted as read."""
    return at(*_step(case, place))


def title(case: Case, place: str) -> str:
    """Return the title that the form gives to the question at a place."""
    return question(place, case.asked).title or ""


def answers_at(case: Case, places: Iterable[str]) -> dict[str, object]:
    """Return the answers at some places, by the last step of each place; all are noted as read."""
    return {place.rpartition("/")[2]: answer(case, place) for place in places}


def filled(sentence: str, **said: object) -> str:
    """Return a sentence in which what is `said` of a name replaces {name}; other {names} stay.

    An applicant may have typed the title marks 《》 as well. The typed marks are left out where the
    sentence has its own, since 《《办法》》 would be wrong.
    """

    def word(blank: re.Match[str]) -> str:
        mark, name = blank.groups()
        if name not in said:
            return blank[0]
        written = _written(said[name])
        return mark + written.strip(_TITLE_MARKS) if mark else written

    return _BLANK.sub(word, sentence)  # in one pass: an answer may itself contain {name}


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
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    return str(value)
