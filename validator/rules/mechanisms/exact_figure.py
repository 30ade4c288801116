"""The mechanism for a number that has to be exactly the call's."""

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


@judge("met not_met missing", reads=lambda given: [given.of])
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
    """Compare a number that the applicant answers with a number of the call.

    Args:
        of: the question.
        wanted: the name of the call's number.
        right: what is said when the numbers agree; {have} is the applicant's number.
        wrong: what is said when the numbers differ; {wanted} is the call's number.
        too_few: what to do when the applicant's number is less; {lacking} is the difference.
        too_many: what to do when the applicant's number is more.
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
