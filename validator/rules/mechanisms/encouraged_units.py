"""The mechanism for units of some kind that a call encourages, and does not demand: 市外单位."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from validator.application.membership import count
from validator.case import Case
from validator.rules.mechanisms.answered import Sentence, UnitKinds, filled
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.mechanisms.count_units import matches, open_places, places_of
from validator.rules.rule import Verdict, hit, judge, missing, no_hit
from validator.rules.units import labels, units, unlisted

_Some = Annotated[Sentence, Blanks("what have names")]
_Said = Annotated[Sentence, Blanks("what")]


def _places(given: Any) -> list[str]:  # noqa: ANN401 - a model made of the judge's parameters
    return places_of(*given.where)


@judge("hit no_hit missing", reads=_places)
def encouraged_units(
    case: Case,
    *,
    where: Annotated[UnitKinds, Field(min_length=1)],
    what: Sentence,
    some: _Some = "有{what} {have} 家：{names}。",
    none: _Said = "没有{what}；通知为鼓励，不影响申报。",
    undecided: _Said = "尚不能确定有没有{what}，成员名单或有关填项未填全。",
) -> Verdict:
    """Find out whether there are units that match.

    Args:
        where: the answers that make a unit match, by question, as for `count_units`.
        what: what such units are called.
        some: what is said where there are some. {have} is their number, {names} are their names,
            {what} as above.
        none: what is said where there are none.
        undecided: what is said while answers or members are missing that would decide it.
    """
    told = {unit: matches(unit, where, {}) for unit in units(case)}
    found = [unit for unit, is_one in told.items() if is_one]
    if found:
        return hit(filled(some, what=what, have=count(found), names=labels(found)))
    unsure = [unit for unit, is_one in told.items() if is_one is None]
    rest = unlisted(case)
    if not unsure and not rest:
        return no_hit(filled(none, what=what))
    return missing(filled(undecided, what=what), *open_places(unsure, where), *rest)
