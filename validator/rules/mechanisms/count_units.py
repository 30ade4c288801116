"""The mechanism for how many units of some kind an alliance needs at least, or may have at most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from validator.application.choices import Tier
from validator.application.membership import count
from validator.case import Case, at, blanks
from validator.case.answers import UnitAnswers
from validator.rules.mechanisms.answered import (
    OF_MEMBERS_ONLY,
    Figure,
    Sentence,
    UnitKinds,
    filled,
)
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, judge, met, missing, not_met
from validator.rules.units import MEMBERSHIP, labels, of_units, units, unlisted

_Said = Annotated[Sentence, Blanks("what have least most lacking extra span")]
_SaidOrNone = Annotated[str, Blanks("what have least most lacking extra span")]
_Open = Annotated[Sentence, Blanks("what have least most lacking extra span open")]


def _places(given: Any) -> list[str]:  # noqa: ANN401 - a model made of the judge's parameters
    return places_of(*dict.fromkeys([*given.where, *given.where_not]))


@judge("met not_met missing", reads=_places)
def count_units(
    case: Case,
    *,
    where: UnitKinds = {},  # noqa: B006 - read only, and pydantic copies it
    where_not: UnitKinds = {},  # noqa: B006
    least: Figure | None = None,
    most: Figure | None = None,
    what: Sentence = "单位",
    right: _Said = "{what} {have} 家，{span}。",
    too_few: _Said = "{what} {have} 家，少于 {least} 家，还差 {lacking} 家。",
    add: _SaidOrNone = "请增补 {lacking} 家。",
    too_many: _Said = "{what} {have} 家，超过 {most} 家。",
    leave: _SaidOrNone = "多出 {extra} 家，请核对。",
    undecided: _Open = "{what}已列 {have} 家；{open}。",
) -> Verdict:
    """Count the units that match, each once, however often it is listed.

    Args:
        where: by question, the answers that match. A unit matches if it has given, to every
            question named here, one of the answers listed for that question.
        where_not: by question, the answers of which a single one keeps a unit from matching.
        least: the least number of such units.
        most: the most.
        what: what such units are called.
        right: what is said of a number within bounds. {have} is the number, {what} as above,
            {span} is 不少于…、不超过….
        too_few: what is said of too few, when all units are listed and decided; {lacking} is by
            how many.
        add: the advice to an alliance with too few such units.
        too_many: what is said of too many; {extra} is by how many.
        leave: the advice to an alliance with too many.
        undecided: what is said while other answers may change the verdict; {open} tells which
            units have not answered, or that the list is not complete.
    """
    everyone = units(case)
    told = {unit: matches(unit, where, where_not) for unit in everyone}
    sure = [unit for unit, matches in told.items() if matches]
    unsure = [unit for unit, matches in told.items() if matches is None]
    have, possible = count(sure), count([*sure, *unsure])
    bounds = {"不少于": least, "不超过": most}
    said = {
        "what": what,
        "have": have,
        "least": least,
        "most": most,
        "lacking": (least or 0) - possible,
        "extra": have - (most or 0),
        "span": "、".join(f"{word} {it} 家" for word, it in bounds.items() if it),
    }
    if most is not None and have > most:
        return not_met(filled(too_many, **said), filled(leave, **said), *at(case, "members"))
    rest = unlisted(case)
    if least is not None and possible < least and not rest:
        said["have"] = possible
        return not_met(filled(too_few, **said), filled(add, **said), *at(case, "members"))
    enough = least is None or have >= least
    if enough and (most is None or not (rest or unsure)):
        return met(filled(right, **said))
    return _open(case, unsure, [*where, *where_not], filled(undecided, **said))


def _open(case: Case, unsure: list[UnitAnswers], names: list[str], sentence: str) -> Verdict:
    rest = unlisted(case)
    places = open_places(unsure, names)
    open_words = [f"{labels(unsure)}尚未填全"] if unsure else []
    open_words += ["成员名单尚未列全"] if rest else []
    words = filled(sentence, open="，".join(open_words))
    return missing(words, *places, *rest, *(at(case, "members") if rest else ()))


def places_of(*names: str) -> list[str]:
    """Return the places that a judge reads which looks for units by their answers to questions."""
    asked = [place for place in of_units(*names) if place != f"/lead/{OF_MEMBERS_ONLY}"]
    return [*MEMBERSHIP, *asked]


def open_places(unsure: Iterable[UnitAnswers], names: Iterable[str]) -> list[str]:
    """Return the places of the answers to questions that units have not given."""
    of_all = [*names]
    asked = (of_all, [name for name in of_all if name != OF_MEMBERS_ONLY])
    return [place for unit in unsure for place in blanks((unit,), *asked[unit.pointer == "/lead"])]


def matches(unit: UnitAnswers, where: UnitKinds, where_not: UnitKinds) -> bool | None:
    """Whether a unit matches; None where an answer that is not given would decide it."""
    found: list[bool | None] = [_is_one_of(unit, name, values) for name, values in where.items()]
    for name, values in where_not.items():
        denied = _is_one_of(unit, name, values)
        found.append(None if denied is None else not denied)
    if False in found:
        return False
    return None if None in found else True


def _is_one_of(unit: UnitAnswers, name: str, values: tuple[object, ...]) -> bool | None:
    if name == OF_MEMBERS_ONLY and unit.pointer == "/lead":
        return Tier.CORE in values
    answer = unit.answer(name)
    return None if answer is None else answer in values
