"""The mechanisms for days: a day between two others, and deadlines by which something is done."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from validator.case import Case
from validator.chinese import in_chinese
from validator.rules.mechanisms.answered import (
    CallDeadline,
    DayBound,
    DayPlace,
    Sentence,
    answer,
    blank_places,
    filled,
    named,
    title,
)
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, judge, met, missing, not_met

_Said = Annotated[Sentence, Blanks("title have since until span")]
_SaidOrNone = Annotated[str, Blanks("title have since until span")]
_Blank = Annotated[Sentence, Blanks("titles")]
_Due = Annotated[Sentence, Blanks("who what day")]
_Done = Annotated[Sentence, Blanks("who what day have")]
_Late = Annotated[Sentence, Blanks("who what day have late")]

_Deadlines = Annotated[dict[CallDeadline, DayPlace], Field(min_length=1)]


def _places(given: Any) -> list[str]:  # noqa: ANN401 - a model made of the judge's parameters
    return [given.of, *(it for it in (given.since, given.until) if isinstance(it, str))]


@judge("met not_met missing", reads=_places)
def day(
    case: Case,
    *,
    of: DayPlace,
    since: DayBound | None = None,
    until: DayBound | None = None,
    right: _Said = "{title}为{have}，{span}。",
    early: _Said = "{title}为{have}，早于{since}。",
    late: _Said = "{title}为{have}，晚于{until}。",
    advice: _SaidOrNone = "应{span}，请核对日期。",
    blank: _Blank = "{titles}尚未填写。",
) -> Verdict:
    """Decide whether a day lies within bounds, both of which count as within.

    Args:
        of: the question.
        since: the earliest day: a day, the name of one of the call's, or another question's place.
        until: the latest day, in the same way.
        right: what is said of a day within. {have} is the day, {title} the question's title,
            {since} and {until} are the bounds, {span} is 不早于…、不晚于….
        early: what is said of a day before the earliest.
        late: what is said of a day after the latest.
        advice: what to do about a day that is early or late.
        blank: what is said while a day is not answered; {titles} are the titles of those questions.
    """
    asked = _places_of(of, since, until)
    unanswered = blank_places(case, asked)
    if unanswered:
        titles = "、".join(title(case, place) for place in asked if answer(case, place) is None)
        return missing(filled(blank, titles=titles), *unanswered)
    have, first, last = answer(case, of), _day(case, since), _day(case, until)
    bounds = {"不早于": first, "不晚于": last}
    said = {
        "title": title(case, of),
        "have": have,
        "since": first,
        "until": last,
        "span": "、".join(f"{word}{in_chinese(it)}" for word, it in bounds.items() if it),
    }
    wrong = early if first and have < first else late if last and have > last else ""
    if wrong:
        return not_met(filled(wrong, **said), filled(advice, **said), *named(case, of))
    return met(filled(right, **said))


def _places_of(*some: object) -> list[str]:
    return [one for one in some if isinstance(one, str)]


def _day(case: Case, bound: date | str | None) -> date | None:
    found: date | None = answer(case, bound) if isinstance(bound, str) else bound
    return found


@judge("met not_met missing", reads=lambda given: given.of.values())
def deadlines(
    case: Case,
    *,
    of: _Deadlines,
    kept: _Done = "{who}于{have}{what}，在{day}的期限之内",
    missed: _Late = "{who}应于{day}前（含当日）{what}，所填日期为{have}，逾期 {late} 日",
    early: _Done = "{who}应于{day}前（含当日）{what}，所填日期{have}早于通知发布日，请核对",
    advice: str = "请在期限之内办理，或核对日期。",
    blank: _Due = "{who}应于{day}前（含当日）{what}，日期尚未填写",
) -> Verdict:
    """Decide whether each party has done in time what the call asks of it.

    The sentences are parts of one finding, joined by ；.

    Args:
        of: for the name of each deadline in call.toml, the question on which day it was done.
        kept: what is said of a deadline that was kept. {who} did {what} by {day}, on {have}.
        missed: what is said of one that was not; {late} is the number of days.
        early: what is said of a day before the call was issued, such as last year's in a draft that
            was carried over: nobody does what a call asks before there is a call.
        advice: what to do about a deadline that was not kept.
        blank: what is said of one whose day is not answered.
    """
    missed_ones, open_ones, kept_ones = [], [], []
    for name, place in of.items():
        due, have = case.call.deadlines[name], answer(case, place)
        said = {"who": due.who, "what": due.what, "day": due.day, "have": have}
        if have is None:
            open_ones.append((place, filled(blank, **said)))
        elif have < case.call.issued:
            open_ones.append((place, filled(early, **said)))
        elif have > due.day:
            said["late"] = (have - due.day).days
            missed_ones.append((place, filled(missed, **said)))
        else:
            kept_ones.append((place, filled(kept, **said)))
    if missed_ones:
        places = [found for place, _ in missed_ones for found in named(case, place)]
        return not_met(_joined(missed_ones), advice, *places)
    if open_ones:
        return missing(
            _joined(open_ones), *(found for place, _ in open_ones for found in named(case, place))
        )
    return met(_joined(kept_ones))


def _joined(some: list[tuple[str, str]]) -> str:
    return "；".join(words for _, words in some) + "。"
