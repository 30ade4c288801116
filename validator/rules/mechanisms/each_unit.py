"""The mechanism for questions that every unit, or every unit of some categories, has to answer."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from validator.application.choices import Category
from validator.application.membership import count
from validator.case import Case, blanks
from validator.case.answers import UnitAnswers
from validator.rules.mechanisms.answered import Sentence, UnitQuestion, filled
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, judge, met, missing, review
from validator.rules.units import MEMBERSHIP, of_units, units, unlisted

_Questions = Annotated[tuple[UnitQuestion, ...], Field(min_length=1)]
_Categories = tuple[Annotated[Category, Field(strict=False)], ...]
_UNLISTED = "已列 {units} 家；成员名单尚未列全。"

_Said = Annotated[Sentence, Blanks("units")]
_Blank = Annotated[Sentence, Blanks("blanks")]


def _places(given: Any) -> list[str]:  # noqa: ANN401 - a model made of the judge's parameters
    sorted_by = ["category"] * bool(given.among)
    return [*MEMBERSHIP, *of_units(*given.of, *sorted_by)]


@judge("met missing", reads=_places)
def each_unit(
    case: Case,
    *,
    of: _Questions,
    among: _Categories = (),
    given: _Said,
    blank: _Blank,
    unlisted_yet: _Said = _UNLISTED,
) -> Verdict:
    """Find out whether all units have answered.

    Args:
        of: the questions.
        among: the categories of the units that are asked; empty for all units. A unit without a
            category is asked as well, since the unit may turn out to be of such a category.
        given: what is said once all have answered; {units} is the number of units.
        blank: what is said while answers are missing; {blanks} is the number of those answers.
        unlisted_yet: what is said while not all members are listed.
    """
    return _open(case, of, among, blank, unlisted_yet) or met(_said(given, case, among))


@judge("review missing", reads=_places)
def each_unit_attested(
    case: Case,
    *,
    of: _Questions,
    among: _Categories = (),
    given: _Said,
    blank: _Blank,
    unlisted_yet: _Said = _UNLISTED,
) -> Verdict:
    """Find out the same as `each_unit`, and leave the answers to people to judge."""
    return _open(case, of, among, blank, unlisted_yet) or review(_said(given, case, among))


def _open(
    case: Case, of: _Questions, among: _Categories, blank: str, unlisted_yet: str
) -> Verdict | None:
    """Return the verdict while answers or members are missing; None once there are all."""
    places, rest = blanks(_asked(case, among), *of), unlisted(case)
    if places:
        return missing(filled(blank, blanks=len(places)), *places, *rest)
    return missing(_said(unlisted_yet, case, among), *rest) if rest else None


def _asked(case: Case, among: _Categories) -> list[UnitAnswers]:
    return [unit for unit in units(case) if not among or unit.category in (*among, None)]


def _said(sentence: str, case: Case, among: _Categories) -> str:
    return filled(sentence, units=count(_asked(case, among)))
