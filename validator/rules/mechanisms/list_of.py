"""The mechanism for a list that has to have entries: 联合承担项目、共有知识产权、运行记录."""

from __future__ import annotations

from typing import Annotated, Any

from validator.application.names import plain_name
from validator.case import Case, at, blanks
from validator.rules.mechanisms.answered import (
    Figure,
    RowQuestion,
    Sentence,
    answer,
    filled,
    list_of_rows,
    named,
    names_of,
    title,
)
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, judge, met, missing, review
from validator.rules.units import listing, of_units, unit_names, unnamed

_Said = Annotated[Sentence, Blanks("title have least")]
_Naming = Annotated[Sentence, Blanks("title have least names")]


def _places(given: Any) -> list[str]:  # noqa: ANN401 - a model made of the judge's parameters
    asked = [given.of, *([given.naming] if given.naming else [])]
    ours = ["/members", "/alliance/members_listed", *of_units("name")]
    # A question names any row of its list by `*`, as call files do; the places that a judge reads
    # name any row by `-`, as reads.toml does.
    rows = [place.replace("*", "-") for place in asked]
    return [*map(list_of_rows, asked), *rows, *(ours * bool(given.naming))]


@judge("met review missing", reads=_places)
def list_of(
    case: Case,
    *,
    of: RowQuestion,
    least: Figure = 1,
    naming: RowQuestion | None = None,
    enough: _Said = "{title}有 {have} 条，不少于 {least} 条。",
    too_few: _Said = "{title}有 {have} 条，少于 {least} 条。",
    strangers: _Naming = "{title}中的{names}不是成员单位。",
    advice: str = "请核对单位全称，或说明其与联盟的关系。",
) -> Verdict:
    """Decide whether a list has entries enough, and whether each names units of the alliance.

    Args:
        of: the question that makes a row an entry once it is answered, with `*` for the row, e.g.
            /evidence/projects/*/name. A row that was added and left blank is no entry.
        least: the least number of entries.
        naming: a question of the same list that is answered with names; each has to be a unit's.
        enough: what is said of a list with entries enough. {title} is the list's title, {have} the
            number of its entries.
        too_few: what is said while there are too few entries.
        strangers: what is said of names that are no unit's.
        advice: what to do about such names.
    """
    place, question = _split(of)
    rows = answer(case, place)
    entries = [row for row in rows if not blanks((row,), question)]
    said = {"title": title(case, place), "have": len(entries), "least": least}
    if len(entries) < least:
        return missing(filled(too_few, **said), *blanks(rows, question), *named(case, place))
    return _naming(case, naming, (strangers, advice), said) or met(filled(enough, **said))


def _naming(
    case: Case, naming: str | None, sentences: tuple[str, str], said: dict[str, object]
) -> Verdict | None:
    """Return the verdict where names are missing or no unit's; None where there is no fault."""
    if naming is None:
        return None
    place, question = _split(naming)
    rows = answer(case, place)
    blank = blanks(rows, question)
    if blank:
        return missing(f"{said['title']}还有 {len(blank)} 条未填单位。", *blank)
    names = dict.fromkeys(name for row in rows for name in names_of(row, question))
    ours = unit_names(case)
    unknown = [name for name in names if plain_name(name) not in ours]
    if unknown and unnamed(case):
        words = f"{said['title']}中的{listing(unknown)}尚不在成员名单中，名单未列全。"
        return missing(words, *unnamed(case))
    if unknown:
        strangers, advice = sentences
        to_blame = [found for row in rows for found in at(row, question)]
        return review(filled(strangers, names=listing(unknown), **said), advice, *to_blame)
    return None


def _split(place: str) -> tuple[str, str]:
    return list_of_rows(place), place.rpartition("/")[2]
