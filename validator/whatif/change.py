"""A change that could be made, and how it is tried."""

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

_RANKS = (Status.NOT_MET, Status.MISSING, Status.REVIEW, Status.NOT_APPLICABLE, Status.MET)
_PREFERENCE_RANKS = (Status.MISSING, Status.NO_HIT, Status.REVIEW, Status.HIT)


@dataclass(frozen=True, slots=True)
class Change:
    """An application as it would be, and the day it would be handed in.

    `words` say what is done, `aims` are the rules for whose sake, `pointers` the answers that
    change. `gain` says what is won where no status can show it.
    """

    words: str
    aims: tuple[str, ...]
    pointers: tuple[str, ...]
    application: Application
    on: date | None
    gain: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the changes begin: an application, its call, its day, and what was found.

    `problems` are the answers that could not be used; a changed application has them, too.
    """

    application: Application
    call: Call
    on: date | None
    findings: dict[str, Finding]
    problems: tuple[Problem, ...] = ()

    @property
    def case(self) -> Case:
        """The situation as a rule is given it."""
        return Case(self.application, self.call, self.on)

    def is_(self, rule: str, *statuses: Status) -> bool:
        """Whether a rule came out as one of `statuses`; one that the call has not came out not."""
        return rule in self.findings and self.findings[rule].status in statuses

    def to(
        self,
        words: str,
        aims: Iterable[str],
        pointers: Iterable[str],
        **fields: Any,  # noqa: ANN401
    ) -> Change:
        """A change of some top-level fields of the application."""
        changed = replaced(self.application, **fields)
        return Change(words, tuple(aims), tuple(pointers), changed, self.on)

    def accepts(self, change: Change) -> bool:
        """Whether a change meets all its aims."""
        return all(finding.status is Status.MET for finding in self._aimed(change))

    def better(self, change: Change) -> Iterator[str]:
        """The rules among a change's aims that it improves."""
        for finding in self._aimed(change):
            if compare(self.findings[finding.rule], finding) > 0:
                yield finding.rule

    def _aimed(self, change: Change) -> tuple[Finding, ...]:
        """What the rules say of a change that it is made for."""
        return judge(change.application, self.call, change.on, change.aims, self.problems)


def replaced(application: Application, **fields: Any) -> Application:  # noqa: ANN401
    """An application with some of its fields replaced; what is replaced is valid already."""
    kept = {name: getattr(application, name) for name in Application.model_fields}
    return Application.model_construct(**kept | fields)


def compare(before: Finding, after: Finding) -> int:
    """Whether a rule came out better (above 0), worse (below 0) or neither."""
    ranks = _PREFERENCE_RANKS if before.strength is Strength.PREFERENCE else _RANKS
    return ranks.index(after.status) - ranks.index(before.status)
