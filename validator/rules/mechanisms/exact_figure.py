"""The mechanism for a number that has to be exactly the call's."""

from __future__ import annotations

from typing import Annotated

from validator.case import Case
from validator.rules.mechanisms.answered import Figure, NumberPlace, Sentence, answer, filled, named
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, judge, met, missing, not_met

_Said = Annotated[Sentence, Blanks("have wanted lacking")]


@judge("met not_met missing", reads=lambda given: [given.of])
def exact_figure(
    case: Case,
    *,
    of: NumberPlace,
    wanted: Figure,
    right: _Said,
    wrong: _Said,
    too_few: _Said,
    too_many: _Said,
    blank: Sentence,
) -> Verdict:
    """Compare a number that the applicant answers with a number of the call.

    Args:
        of: the question.
        wanted: the call's number.
        right: what is said when the numbers agree; {have} is the applicant's number.
        wrong: what is said when the numbers differ; {wanted} is the call's number.
        too_few: what to do when the applicant's number is less; {lacking} is the difference.
        too_many: what to do when the applicant's number is more.
        blank: what is said while there is no answer.
    """
    have = answer(case, of)
    if have is None:
        return missing(blank, *named(case, of))
    figures = {"have": have, "wanted": wanted, "lacking": wanted - have}
    if have != wanted:
        way_out = too_few if have < wanted else too_many
        return not_met(
            filled(wrong, **figures),
            filled(way_out, **figures),
            *named(case, of),
        )
    return met(filled(right, **figures))
