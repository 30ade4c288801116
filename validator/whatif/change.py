"""A change that could be made to an application, and how the rules about it are asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from validator.application import Application
from validator.calls import Call, Strength
from validator.case import Case
from validator.check import judge
from validator.problems import Problem
from validator.report import Finding, Status
from validator.rules import Judge, rules_of

_RANKS = (Status.NOT_MET, Status.MISSING, Status.REVIEW, Status.NOT_APPLICABLE, Status.MET)
_PREFERENCE_RANKS = (Status.MISSING, Status.NO_HIT, Status.REVIEW, Status.HIT)


@dataclass(frozen=True, slots=True)
class Change:
    """An application as it would be after a change, and the day it would be handed in.

    Attributes:
        words: what the applicant would do, in Chinese.
        aims: the ids of the rules that the change is meant to improve.
        pointers: JSON pointers of the answers that change.
        application: the changed application.
        on: the day of submission.
        gain: an advantage that no rule's status shows, in Chinese; may be empty.
    """

    words: str
    aims: tuple[str, ...]
    pointers: tuple[str, ...]
    application: Application
    on: date | None
    gain: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """What changes are tried on: an application, its call, its day, and its findings by rule.

    `problems` are the answers that could not be used; they stay unusable after every change.
    """

    application: Application
    call: Call
    on: date | None
    findings: dict[str, Finding]
    problems: tuple[Problem, ...] = ()

    @property
    def case(self) -> Case:
        """The case that a rule is given to decide."""
        return Case(self.application, self.call, self.on)

    def judged_by(self, *judges: Judge) -> tuple[str, ...]:
        """Return the ids of the call's rules that one of these judges decides."""
        return tuple(rule.id for rule in rules_of(self.call) if rule.judged_by in judges)

    def found(self, judge: Judge, status: Status) -> tuple[str, ...]:
        """Return the ids of the rules that a judge decides and whose finding has a status."""
        return tuple(rule for rule in self.judged_by(judge) if self.findings[rule].status is status)

    def to(
        self,
        words: str,
        aims: Iterable[str],
        pointers: Iterable[str],
        **fields: Any,  # noqa: ANN401
    ) -> Change:
        """Return a change that replaces some top-level `fields` of the application."""
        changed = replaced(self.application, **fields)
        return Change(words, tuple(aims), tuple(pointers), changed, self.on)

    def accepts(self, change: Change) -> bool:
        """Whether all rules that a change aims at are met by it."""
        return all(finding.status is Status.MET for finding in self._aimed(change))

    def better(self, change: Change) -> Iterator[str]:
        """Yield the ids of the rules that a change aims at and improves."""
        for finding in self._aimed(change):
            if compare(self.findings[finding.rule], finding) > 0:
                yield finding.rule

    def _aimed(self, change: Change) -> tuple[Finding, ...]:
        """Return the findings, after a change, of the rules that the change aims at."""
        return judge(change.application, self.call, change.on, change.aims, self.problems)


def replaced(application: Application, **fields: Any) -> Application:  # noqa: ANN401
    """Return an application with some fields replaced; the new values are not validated again."""
    kind = type(application)
    kept = {name: getattr(application, name) for name in kind.model_fields}
    return kind.model_construct(**kept | fields)


def compare(before: Finding, after: Finding) -> int:
    """Return a number above 0 where `after` is better than `before`, below 0 where it is worse."""
    ranks = _PREFERENCE_RANKS if before.strength is Strength.PREFERENCE else _RANKS
    return ranks.index(after.status) - ranks.index(before.status)
