"""The mechanism for names that have to be on a list of the call: 所属产业链、专业镇、县区."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from validator.application.names import plain_name, plain_names
from validator.case import Case
from validator.rules.mechanisms.answered import (
    Names,
    NamesPlace,
    Place,
    Sentence,
    blank_places,
    filled,
    named,
    names_at,
    title,
)
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, judge, met, missing, not_applicable, not_met, review

_Said = Annotated[Sentence, Blanks("names count listed")]
_ListedOrNone = Annotated[str, Blanks("count listed")]
_Blank = Annotated[Sentence, Blanks("title")]
_Named = Annotated[Sentence, Blanks("names count listed title")]
_Titled = Annotated[Sentence, Blanks("count listed title")]
_TitledOrNone = Annotated[str, Blanks("count listed title")]


@judge("met not_met missing", reads=lambda given: [given.of])
def one_of(
    case: Case,
    *,
    of: NamesPlace,
    among: Names,
    inside: _Said = "{names}在所列 {count} 项之内。",
    outside: _Said = "{names}不在所列 {count} 项之内。",
    advice: _ListedOrNone = "请从所列中选择：{listed}。",
    blank: _Blank = "尚未填写{title}。",
) -> Verdict:
    """Decide whether all names are on a list that names everything there is.

    Args:
        of: the question, whose answer is a name or several.
        among: the list.
        inside: what is said of names on the list; {names} are those, {count} the list's length.
        outside: what is said where some names are not on the list; {names} are only those.
        advice: what to do then; {listed} is the list.
        blank: what is said while there is no answer; {title} is the question's title.
    """
    chosen = names_at(case, of)
    if not chosen:
        return missing(filled(blank, title=title(case, of)), *named(case, of))
    strangers = _outside(chosen, among)
    said = {"count": len(among), "listed": "、".join(among)}
    if strangers:
        return not_met(
            filled(outside, names=_joined(strangers), **said),
            filled(advice, **said),
            *named(case, of),
        )
    return met(filled(inside, names=_joined(chosen), **said))


@judge("met review missing not_applicable", reads=lambda given: [given.of, *given.instead])
def one_of_or_others(
    case: Case,
    *,
    of: NamesPlace,
    among: Names,
    instead: tuple[Place, ...] = (),
    inside: _Named = "{names}在所列 {count} 项之内。",
    outside: _Named = "{names}不在所列之内；所列以“等”结尾，由受理部门判断。",
    elsewhere: Names = (),
    outside_elsewhere: _Named = "{names}在另一份名单上，不在所列之内；由受理部门判断。",
    advice: _TitledOrNone = "",
    other: _Titled = "未填写{title}，已填写其他项。",
    blank: _Titled = "尚未填写{title}。",
) -> Verdict:
    """Decide whether a name is on a list that ends in “等”: people judge what is not on the list.

    Args:
        of: as for `one_of`.
        among: as for `one_of`.
        instead: questions of which an answer will do as well.
        inside: as for `one_of`; one name on the list is enough.
        outside: what is said where no name is on the list.
        elsewhere: another list, of names that people know and the call does not name.
        outside_elsewhere: what is said where no name is on the list, and all are on the other.
        advice: what to do then.
        other: what is said where one of the questions `instead` is answered.
        blank: what is said while none of the questions is answered.
    """
    chosen = names_at(case, of)
    strangers = _outside(chosen, among)
    said = {"count": len(among), "listed": "、".join(among), "title": title(case, of)}
    known = [name for name in chosen if name not in strangers]
    if known:
        return met(filled(inside, names=_joined(known), **said))
    if strangers:
        found = outside if _outside(strangers, elsewhere) else outside_elsewhere
        return review(filled(found, names=_joined(strangers), **said), filled(advice, **said))
    unanswered = blank_places(case, instead)
    if len(unanswered) < len(instead):
        return not_applicable(filled(other, **said))
    return missing(filled(blank, **said), *named(case, of), *unanswered)


def _outside(chosen: Iterable[str], among: Iterable[str]) -> list[str]:
    known = plain_names(among)
    return [name for name in chosen if plain_name(name) not in known]


def _joined(names: Iterable[str]) -> str:
    return "、".join(dict.fromkeys(names))
