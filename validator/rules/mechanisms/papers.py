"""The mechanism for papers that have to be ready, one or several."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from validator.case import Case
from validator.rules.mechanisms.answered import Sentence, YesNoPlace, answer, filled, named
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, judge, met, missing

_Papers = Annotated[dict[YesNoPlace, str], Field(min_length=1)]

_Blank = Annotated[Sentence, Blanks("papers")]


@judge("met missing", reads=lambda given: given.of)
def papers(
    case: Case,
    *,
    of: _Papers,
    ready: Sentence,
    advice: str = "",
    blank: _Blank = "尚缺{papers}。",
) -> Verdict:
    """Find out whether papers are ready.

    Args:
        of: the name of each paper, by the question whether the paper is ready.
        ready: what is said once all papers are ready.
        advice: what to know of the papers.
        blank: what is said while papers are not ready; {papers} names those papers.
    """
    lacking = {place: paper for place, paper in of.items() if not answer(case, place)}
    if lacking:
        words = filled(blank, papers="、".join(lacking.values()))
        return missing(words, *(found for place in lacking for found in named(case, place)))
    return met(ready, advice)
