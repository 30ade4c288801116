"""The mechanism for a paper that every unit has to have ready: 营业执照、承诺书."""

from __future__ import annotations

from typing import Any

from validator.application.membership import count
from validator.case import Answers, Case, at
from validator.case.answers import UnitAnswers
from validator.rules.mechanisms.answered import Sentence, UnitYesNo, filled
from validator.rules.rule import Verdict, judge, met, missing
from validator.rules.units import MEMBERSHIP, labels, of_units, units, unlisted


def _places(given: Any) -> list[str]:  # noqa: ANN401 - a model made of the judge's parameters
    return [*MEMBERSHIP, *of_units(given.of)]


@judge("met missing", reads=_places)
def each_unit_ready(
    case: Case,
    *,
    of: UnitYesNo,
    what: Sentence,
    ready: Sentence = "{units} 家的{what}均已备齐。",
    blank: Sentence = "还缺 {lacking} 家的{what}：{names}。",
    unlisted_yet: Sentence = "已列 {units} 家的{what}均已备齐；成员名单尚未列全。",
) -> Verdict:
    """Find out whether a paper of every unit is ready.

    Args:
        of: the question of a unit whether its paper is ready, e.g. evidence/licence.
        what: the name of the paper.
        ready: what is said once all papers are ready; {units} is the number of units, {what} as
            above.
        blank: what is said while papers are not ready; {lacking} is the number of units without
            the paper, {names} are their names.
        unlisted_yet: what is said while not all members are listed.
    """
    everyone, rest = units(case), unlisted(case)
    without = [unit for unit in everyone if not _is_ready(unit, of)]
    said = {"what": what, "units": count(everyone)}
    if without:
        said |= {"lacking": count(without), "names": labels(without)}
        return missing(filled(blank, **said), *(_place(unit, of) for unit in without), *rest)
    if rest:
        return missing(filled(unlisted_yet, **said), *rest)
    return met(filled(ready, **said))


def _is_ready(unit: UnitAnswers, of: str) -> bool:
    section, name = _step(unit, of)
    return section.answer(name) is True


def _place(unit: UnitAnswers, of: str) -> str:
    section, name = _step(unit, of)
    return at(section, name)[0]


def _step(unit: UnitAnswers, of: str) -> tuple[Answers, str]:
    section: Answers = unit
    *path, name = of.split("/")
    for step in path:
        section = getattr(section, step)
    return section, name
