"""The rules: one module per article of the notice, and the consistency checks."""

from __future__ import annotations

from validator.calls import Call
from validator.report import Strength
from validator.rules import (
    agreement,
    consistency,
    entries,
    funding,
    general,
    integrity,
    lead,
    materials,
    members,
    operation,
    organisation,
    submission,
    support,
)
from validator.rules.rule import Rule, Verdict

__all__ = ["RULES", "Rule", "Verdict", "rules_of"]

_ARTICLES = (
    general,
    support,
    lead,
    members,
    agreement,
    organisation,
    funding,
    operation,
    integrity,
    materials,
    submission,
    consistency,
    entries,
)

RULES: tuple[Rule, ...] = tuple(
    rule for article in _ARTICLES for rule in vars(article).values() if isinstance(rule, Rule)
)
"""Every rule, in the order of the notice, then the consistency checks."""


def rules_of(notice: Call) -> tuple[Rule, ...]:
    """The rules of one call: those that its clauses name, and the consistency checks.

    A rule whose sentence a call does not have would refuse an applicant without a word to quote.
    """
    return tuple(
        rule for rule in RULES if rule.strength is Strength.HINT or notice.clauses_of(rule.id)
    )
