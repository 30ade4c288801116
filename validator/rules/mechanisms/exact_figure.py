"""A number that has to be exactly what the call asks."""

from __future__ import annotations

from validator.case import Case
from validator.rules.mechanisms.answered import (
    Place,
    Sentence,
    Threshold,
    answer,
    filled,
    named,
    threshold,
)
from validator.rules.rule import Verdict, judge, met, missing, not_met


@judge("met not_met missing")
def exact_figure(
    case: Case,
    *,
    of: Place,
    wanted: Threshold,
    right: Sentence,
    wrong: Sentence,
    too_few: Sentence,
    too_many: Sentence,
    blank: Sentence,
) -> Verdict:
    """Compare a number with the one that is asked.

    Args:
        of: the question.
        wanted: the name of the number that is asked.
        right: what is said when they agree; {have} is the number answered.
        wrong: what is said when they differ; {wanted} is the number asked.
        too_few: what to do when there are fewer; {lacking} is how many are lacking.
        too_many: what to do when there are more.
        blank: what is said while there is no answer.
    """
    have, asked = answer(case, of), threshold(case, wanted)
    if have is None:
        return missing(blank, *named(case, of))
    figures = {"have": have, "wanted": asked, "lacking": asked - have}
    if have != asked:
        way_out = too_few if have < asked else too_many
        return not_met(
            filled(wrong, **figures),
            filled(way_out, **figures),
            *named(case, of),
        )
    return met(filled(right, **figures))
