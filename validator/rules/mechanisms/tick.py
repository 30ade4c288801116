"""The mechanism for a yes or no, with details of a yes: 是否制定了办法、叫什么、哪天定的."""

from __future__ import annotations

from typing import Annotated

from validator.case import Case
from validator.rules.mechanisms.answered import (
    Place,
    Sentence,
    YesNoPlace,
    answer,
    answers_at,
    blank_places,
    filled,
    named,
)
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, declared, judge, missing, not_met

_Said = Annotated[Sentence, Blanks(of="details")]


@judge("met not_met missing", reads=lambda given: [given.of, *given.details])
def tick(
    case: Case,
    *,
    of: YesNoPlace,
    details: tuple[Place, ...] = (),
    yes: _Said,
    no: Sentence,
    advice: Sentence,
    blank: Sentence,
) -> Verdict:
    """Decide by the applicant's yes or no, which is declared and not checked.

    Args:
        of: the question that is answered by yes or no.
        details: the questions that have to be answered as well where the answer is yes.
        yes: what is said of a yes; {name} is the answer to the detail of that name.
        no: what is said of a no.
        advice: what to do about a no.
        blank: what is said while an answer is missing.
    """
    if answer(case, of) is False:
        return not_met(no, advice, *named(case, of))
    places = blank_places(case, (of, *details))
    if places:
        return missing(blank, *places)
    return declared(filled(yes, **answers_at(case, details)))
