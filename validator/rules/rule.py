"""What a rule is: a small function from a case to a verdict, with its id and strength."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from validator.case import Case
from validator.report import Basis, Kind, Status, Strength


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rule's answer. `settles` are JSON pointers of the answers that would decide it."""

    status: Status
    message: str
    advice: str = ""
    settles: tuple[str, ...] = ()
    basis: Basis | None = None


Judge = Callable[[Case], Verdict]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule (规则) of the notice, or a consistency check."""

    id: str
    title: str
    strength: Strength
    kind: Kind
    statuses: frozenset[Status]
    reading: str
    judge: Judge

    def basis(self, verdict: Verdict) -> Basis:
        """How a verdict of this rule was established, unless the verdict says so itself."""
        if verdict.basis is not None:
            return verdict.basis
        if verdict.status is Status.REVIEW:
            return Basis.JUDGEMENT
        return Basis.CHECKED if self.kind in (Kind.AUTO, Kind.GUIDE) else Basis.DECLARED


def rule(  # noqa: PLR0913 - what is declared beside each rule
    rule_id: str,
    title: str,
    strength: Strength,
    kind: Kind,
    statuses: str,
    *,
    reading: str = "",
) -> Callable[[Judge], Rule]:
    """Make a rule of a function whose docstring says which clause it reads.

    Args:
        rule_id: R01-R62 or C1-C10.
        title: a few Chinese words.
        strength: how binding the wording is.
        kind: how far answers can decide it.
        statuses: every status it can give, separated by spaces.
        reading: the number of the reading applied, where the notice is ambiguous.
    """

    def decorate(judge: Judge) -> Rule:
        given = frozenset(Status.of(status) for status in statuses.split())
        return Rule(rule_id, title, strength, kind, given, reading, judge)

    return decorate


def met(message: str, advice: str = "") -> Verdict:
    """The answers satisfy the clause."""
    return Verdict(Status.MET, message, advice)


def declared(message: str) -> Verdict:
    """The answers satisfy the clause, on the applicant's word alone."""
    return Verdict(Status.MET, message, basis=Basis.DECLARED)


def not_met(message: str, advice: str = "", *settles: str) -> Verdict:
    """The answers contradict the clause; the ones to blame are named where there are many."""
    return Verdict(Status.NOT_MET, message, advice, settles)


def review(message: str, advice: str = "", *settles: str) -> Verdict:
    """Only a human can decide."""
    return Verdict(Status.REVIEW, message, advice, settles)


def missing(message: str, *settles: str) -> Verdict:
    """Answers are missing: the ones that would settle it are named."""
    return Verdict(Status.MISSING, message, settles=settles)


def not_applicable(message: str) -> Verdict:
    """The clause asks nothing of this application."""
    return Verdict(Status.NOT_APPLICABLE, message)


def hit(message: str) -> Verdict:
    """A preference applies."""
    return Verdict(Status.HIT, message)


def no_hit(message: str) -> Verdict:
    """A preference does not apply; nothing is lost by it."""
    return Verdict(Status.NO_HIT, message)
