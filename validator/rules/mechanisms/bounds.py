"""The mechanisms for a number that must not be less, or not be more, than the call's."""

from __future__ import annotations

from typing import Annotated, Any

from validator.application.base import unit_of
from validator.application.pointers import question
from validator.case import Case
from validator.chinese import figure
from validator.rules.mechanisms.answered import (
    Figure,
    NumberPlace,
    Sentence,
    answer,
    filled,
    named,
    title,
)
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, judge, met, missing, not_met

_Said = Annotated[Sentence, Blanks("title have bound difference")]
_SaidOrNone = Annotated[str, Blanks("title have bound difference")]
_Blank = Annotated[Sentence, Blanks("title")]


@judge("met not_met missing", reads=lambda given: [given.of])
def at_least(
    case: Case,
    *,
    of: NumberPlace,
    least: Figure,
    right: _Said = "{title}为 {have}，不少于 {bound}。",
    wrong: _Said = "{title}为 {have}，少于 {bound}。",
    advice: _SaidOrNone = "还差 {difference}。",
    blank: _Blank = "尚未填写{title}。",
) -> Verdict:
    """Compare a number that the applicant answers with the least that the call asks for.

    Args:
        of: the question.
        least: the call's number.
        right: what is said of a number that is enough. {have} is the applicant's number and {bound}
            the call's, each with the question's unit; {title} is the question's title.
        wrong: what is said of a number that is not.
        advice: what to do then; {difference} is by how much, with the unit.
        blank: what is said while there is no answer.
    """
    return _compared(case, of, least, 1, (right, wrong, advice, blank))


@judge("met not_met missing", reads=lambda given: [given.of])
def at_most(
    case: Case,
    *,
    of: NumberPlace,
    most: Figure,
    right: _Said = "{title}为 {have}，不超过 {bound}。",
    wrong: _Said = "{title}为 {have}，超过 {bound}。",
    advice: _SaidOrNone = "多出 {difference}。",
    blank: _Blank = "尚未填写{title}。",
) -> Verdict:
    """Compare a number that the applicant answers with the most that the call allows.

    Args:
        of: the question.
        most: the call's number.
        right: as for `at_least`.
        wrong: as for `at_least`.
        advice: as for `at_least`.
        blank: as for `at_least`.
    """
    return _compared(case, of, most, -1, (right, wrong, advice, blank))


def _compared(
    case: Case, of: str, bound: int, sign: int, sentences: tuple[str, str, str, str]
) -> Verdict:
    """Decide by a number and a bound; `sign` is 1 for a least number, -1 for a most."""
    right, wrong, advice, blank = sentences
    have = answer(case, of)
    if have is None:
        return missing(filled(blank, title=title(case, of)), *named(case, of))
    said = {
        "title": title(case, of),
        "have": _with_unit(case, of, have),
        "bound": _with_unit(case, of, bound),
        "difference": _with_unit(case, of, abs(have - bound)),
    }
    if (have - bound) * sign < 0:
        return not_met(filled(wrong, **said), filled(advice, **said), *named(case, of))
    return met(filled(right, **said))


def _with_unit(case: Case, of: str, number: Any) -> str:  # noqa: ANN401 - int or float, as the question takes
    return f"{figure(number)} {unit_of(question(of, case.asked))}".strip()
