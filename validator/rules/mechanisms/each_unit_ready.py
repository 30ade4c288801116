"""The mechanism for a paper that every unit has to have ready: 营业执照、承诺书."""

from __future__ import annotations

from typing import Annotated, Any

from validator.application.membership import count
from validator.case import Case
from validator.rules.mechanisms.answered import Sentence, UnitYesNo, answer, filled, named
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, judge, met, missing
from validator.rules.units import MEMBERSHIP, labels, of_units, units, unlisted

_Said = Annotated[Sentence, Blanks("what units")]
_Lacking = Annotated[Sentence, Blanks("what units lacking names")]


def _places(given: Any) -> list[str]:  # noqa: ANN401 - a model made of the judge's parameters
    return [*MEMBERSHIP, *of_units(given.of)]


@judge("met missing", reads=_places)
def each_unit_ready(
    case: Case,
    *,
    of: UnitYesNo,
    what: Sentence,
    ready: _Said = "{units} 家的{what}均已备齐。",
    blank: _Lacking = "还缺 {lacking} 家的{what}：{names}。",
    unlisted_yet: _Said = "已列 {units} 家的{what}均已备齐；成员名单尚未列全。",
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
    without = [unit for unit in everyone if answer(unit, of) is not True]
    said = {"what": what, "units": count(everyone)}
    if without:
        said |= {"lacking": count(without), "names": labels(without)}
        places = (place for unit in without for place in named(unit, of))
        return missing(filled(blank, **said), *places, *rest)
    if rest:
        return missing(filled(unlisted_yet, **said), *rest)
    return met(filled(ready, **said))
