"""Answers that a call names by place, and sentences that repeat these answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PositiveInt,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
)

from validator.application import Application
from validator.application.asked import asked_by
from validator.application.base import Section, condition_of
from validator.application.pointers import question, section_of
from validator.calls import Call
from validator.case import Answers, Case, at, unanswered
from validator.chinese import figure, in_chinese, yes_no
from validator.nearest import hint, nearest
from validator.problems import describe

_BLANK = re.compile(r"(《?)\{(\w+)\}")
_TITLE_MARKS = "《》"

OF_MEMBERS_ONLY = "tier"
"""The lead is not asked whether it is a core member: the lead is one (reading 4.1)."""


def _asked(info: ValidationInfo) -> type[Application]:
    """Return what the call asks whose rules.toml is read."""
    return asked_by(info.context) if isinstance(info.context, Call) else Application


def _no_question(place: str, info: ValidationInfo) -> str:
    try:
        question(place, Application)
    except LookupError:
        known = [f"/{name}" for name in _names_below(_asked(info))]
    else:
        known = []  # it is spelt right, and the call does not ask it
    return f"申报表里没有“{place}”这个问题{_way_out(place, known)}"


def _way_out(name: str, known: Iterable[str]) -> str:
    found = nearest(name, known)
    meant = f"，是不是“{found}”？不是的话，请" if found else "；请核对，或者"
    return f"{meant}在 questions.toml 里列出"


def _names_below(asked: type[Application], at_place: str = "") -> list[str]:
    """Return the places, from a place on, of all that is asked below it; `*` is for any row."""
    kind = section_of(question(at_place, asked).annotation) if at_place else asked
    return [*_names(kind)] if kind else []


def _names(kind: type[Section], above: str = "") -> Iterator[str]:
    for name, field in kind.model_fields.items():
        inner = section_of(field.annotation)
        yield f"{above}{name}"
        if inner is not None:
            row = "" if field.annotation is inner else "*/"
            yield from _names(inner, f"{above}{name}/{row}")


def _single(place: str, info: ValidationInfo) -> str:
    """Refuse a place that is no question, and a question of a row, which is asked in each row."""
    if any(step == "*" or step.isdigit() for step in place.split("/")):
        message = f"“{place}”在一行里，应写只问一次的问题"
        raise ValueError(message)
    try:
        field = question(place, _asked(info))
    except LookupError:
        raise ValueError(_no_question(place, info)) from None
    if field.annotation is section_of(field.annotation):
        message = f"“{place}”是表单的一部分，不是一个问题"
        raise ValueError(message)
    return place


def _of_a_unit(name: str, info: ValidationInfo) -> str:
    return _of_some(name, info, "/lead", "/members/*")


def _of_some(name: str, info: ValidationInfo, *some: str) -> str:
    """Refuse a name that is no question of the units at `some` places."""
    asked = _asked(info)
    for unit in some:
        try:
            question(f"{unit}/{name}", asked)
        except LookupError:
            known = _names_below(asked, unit)
            message = f"单位没有“{name}”这个问题{_way_out(name, known)}"
            raise ValueError(message) from None
    return name


def _always(place: str, info: ValidationInfo) -> str:
    """Refuse a question that an earlier answer may hide: a rule would wait for it for ever."""
    if condition_of(question(place, _asked(info))):
        message = f"“{place}”有时不问，不能要求它；请换一个问题"
        raise ValueError(message)
    return place


def _taking(words: str, *kinds: type) -> Callable[[str, ValidationInfo], str]:
    """Return a check that a question takes answers of some kinds; `words` say so in Chinese."""

    def check(place: str, info: ValidationInfo) -> str:
        if _kinds(question(place, _asked(info)).annotation).isdisjoint(kinds):
            message = f"“{place}”不是{words}的问题"
            raise ValueError(message)
        return place

    return check


_a_day = _taking("填日期", date)


def _kinds(annotation: Any) -> set[Any]:  # noqa: ANN401 - any annotation
    """Return the plain types in an annotation: str and NoneType for `Line`."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _kinds(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return set().union(*map(_kinds, get_args(annotation)))
    return {origin or annotation}


def _yes_or_no(name: str, info: ValidationInfo) -> str:
    _taking("答是或否", bool)(f"/lead/{name}", info)
    return name


def _of_a_row(place: str, info: ValidationInfo) -> str:
    if place.count("/*/") != 1 or place.endswith("*"):
        message = f"“{place}”应写列表每一行都问的问题，如 /evidence/projects/*/name"
        raise ValueError(message)
    try:
        rows = question(list_of_rows(place), _asked(info))
        question(place, _asked(info))
    except LookupError:
        raise ValueError(_no_question(place, info)) from None
    if condition_of(rows):
        message = f"“{list_of_rows(place)}”有时不问，不能要求它有几条"
        raise ValueError(message)
    return place


def _names_of_the_call(said: object, info: ValidationInfo) -> object:
    """Return the list that a call has under a name; names that are given themselves stay."""
    if not isinstance(said, str):
        return said
    lists = {**vars(info.context.support), **info.context.lists} if info.context else {}
    if not lists.get(said):
        named = [name for name, names in lists.items() if names]
        message = f"call.toml 的 [support] 和 [lists] 里没有“{said}”这个列表{hint(said, named)}"
        raise ValueError(message)
    return lists[said]


def _day_bound(said: object, info: ValidationInfo) -> date | str:
    """Return a day, or the place of a question that is answered with a day."""
    if isinstance(said, date):
        return said
    if isinstance(said, str):
        return (
            _a_day(_always(_single(said, info), info), info)
            if said.startswith("/")
            else _day_of_the_call(said, info)
        )
    message = "应为日期、call.toml 里某一天的名称，或填日期的问题"
    raise ValueError(message)


def _day_of_the_call(said: str, info: ValidationInfo) -> date:
    days: dict[str, date | None] = {}
    if isinstance(info.context, Call):
        window = info.context.window
        days = {
            "issued": info.context.issued,
            "window.first_day": window.first_day,
            "window.last_day": window.last_day,
        }
    found = days.get(said)
    if found is None:
        message = f"call.toml 里没有“{said}”这一天{hint(said, (it for it in days if days[it]))}"
        raise ValueError(message)
    return found


def _deadline_of_the_call(name: str, info: ValidationInfo) -> str:
    known = info.context.deadlines if isinstance(info.context, Call) else {}
    if name not in known:
        message = f"call.toml 的 [deadlines] 里没有“{name}”这个期限{hint(name, known)}"
        raise ValueError(message)
    return name


def _of_a_counted_unit(name: str, info: ValidationInfo) -> str:
    """Refuse what is not asked of every unit, but for what tells the tier of a member."""
    lead = () if name == OF_MEMBERS_ONLY else ("/lead",)
    return _of_some(name, info, *lead, "/members/*")


def _as_answers(
    said: dict[str, tuple[Any, ...]], info: ValidationInfo
) -> dict[str, tuple[Any, ...]]:
    """Return what TOML says of units' answers as the form holds those answers."""
    asked = _asked(info)
    return {name: tuple(_as_answer(name, value, asked) for value in said[name]) for name in said}


def _as_answer(name: str, value: object, asked: type[Application]) -> object:
    field = question(f"/members/*/{name}", asked)
    if condition_of(field):
        message = f"“{name}”有时不问，不能按它计数"
        raise ValueError(message)
    try:
        found: object = TypeAdapter(field.rebuild_annotation()).validate_python(value)
    except ValidationError as error:
        message = f"“{name}”没有“{value}”这个回答：{describe(error.errors()[0])}"
        raise ValueError(message) from None
    return found


def _of_the_call(said: object, info: ValidationInfo) -> object:
    """Return the number that a call has under a name; a number that is given itself stays."""
    if not isinstance(said, str):
        return said
    figures = _figures(info.context) if isinstance(info.context, Call) else {}
    if said not in figures:
        way_out = hint(said, figures)
        message = f"call.toml 的 [thresholds] 和 [figures] 里没有“{said}”这个数{way_out}"
        raise ValueError(message)
    return figures[said]


def _figures(call: Call) -> dict[str, int]:
    """Return the numbers of a call by their names."""
    told = {**vars(call.thresholds), **call.figures}
    return {name: number for name, number in told.items() if isinstance(number, int)}


Place = Annotated[str, AfterValidator(_single)]
"""The JSON pointer of a question that is asked once, e.g. /funding/mechanism."""

AskedPlace = Annotated[Place, AfterValidator(_always)]
"""The place of a question that is asked once, whatever is answered to others."""

DayPlace = Annotated[AskedPlace, AfterValidator(_a_day)]
"""The place of a question that is answered with a day."""

YesNoPlace = Annotated[AskedPlace, AfterValidator(_taking("答是或否", bool))]
"""The place of a question that is answered by yes or no."""

TextPlace = Annotated[AskedPlace, AfterValidator(_taking("填文字", str))]
"""The place of a question that is answered with a text."""

NumberPlace = Annotated[AskedPlace, AfterValidator(_taking("填数字", int, float))]
"""The place of a question that is answered with a number."""

NamesPlace = Annotated[AskedPlace, AfterValidator(_taking("填名称", str, tuple))]
"""The place of a question that is answered with one name or several."""

RowQuestion = Annotated[str, AfterValidator(_of_a_row)]
"""The place of a question that is asked in each row of a list, e.g. /evidence/projects/*/name."""

UnitQuestion = Annotated[str, AfterValidator(_of_a_unit)]
"""The name of a question that is asked of every unit, e.g. rights."""

UnitYesNo = Annotated[UnitQuestion, AfterValidator(_yes_or_no)]
"""The name of a yes/no question that is asked of every unit, e.g. evidence/licence."""

_NUMBER = {"type": "integer", "exclusiveMinimum": 0}
_NAMED = {"type": "string"}
_LISTED = {"type": "array", "items": {"type": "string"}, "minItems": 1}

Figure = Annotated[
    PositiveInt, BeforeValidator(_of_the_call), WithJsonSchema({"anyOf": [_NUMBER, _NAMED]})
]
"""A number, or the name of one in call.toml where pages or documents state it as well."""

Names = Annotated[
    tuple[str, ...],
    BeforeValidator(_names_of_the_call),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [_LISTED, _NAMED]}),
]
"""Names, or the name of a list under [support] or [lists] in call.toml."""

DayBound = Annotated[Any, AfterValidator(_day_bound)]
"""A day; the name of one in call.toml (issued, window.first_day, window.last_day); a DayPlace."""

CallDeadline = Annotated[str, AfterValidator(_deadline_of_the_call)]
"""The name of a deadline under [deadlines] in call.toml."""

_CountedQuestion = Annotated[str, AfterValidator(_of_a_counted_unit)]

UnitKinds = Annotated[dict[_CountedQuestion, tuple[Any, ...]], AfterValidator(_as_answers)]
"""Of units, the answers that count, by question; a word of a closed list stands as its code."""

Sentence = Annotated[str, Field(min_length=1)]
"""A sentence of a call; {name} in it is replaced by an answer or a figure of that name."""


def answer(within: Answers, place: str) -> Any:  # noqa: ANN401 - whatever the question takes
    """Return the answer at a place within a case or a unit, and note the answer as read."""
    section, name = _step(within, place)
    return section.answer(name)


def names_at(case: Case, place: str) -> tuple[str, ...]:
    """Return the names that answer a question; the question may take one name or several."""
    return names_of(*_step(case, place))


def names_of(section: Answers, question_name: str) -> tuple[str, ...]:
    """Return the names that answer a question of a section, as `names_at` does."""
    found = section.answer(question_name)
    return (found,) if isinstance(found, str) else (found or ())


def list_of_rows(place: str) -> str:
    """Return the place of the list in whose rows a question is asked."""
    return place.partition("/*/")[0]


def blank_places(case: Case, places: Iterable[str]) -> tuple[str, ...]:
    """Return the places whose question is not answered; all are noted as read."""
    return tuple(found for place in places for found in unanswered(*_step(case, place)))


def named(within: Answers, place: str) -> tuple[str, ...]:
    """Return a place within a case or a unit for a verdict's `settles`, not noted as read."""
    return at(*_step(within, place))


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


def _step(section: Answers, place: str) -> tuple[Answers, str]:
    *path, name = place.removeprefix("/").split("/")
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
