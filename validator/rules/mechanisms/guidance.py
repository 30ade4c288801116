"""The mechanism for a clause that asks for no answer: the clause is shown, nothing is judged."""

from __future__ import annotations

from validator.case import Case
from validator.rules.mechanisms.answered import Sentence
from validator.rules.rule import Verdict, judge, not_applicable


@judge("not_applicable", reads=lambda _given: ())
def guidance(_case: Case, *, says: Sentence) -> Verdict:
    """Say what the clause is for.

    Args:
        says: the sentence.
    """
    return not_applicable(says)
