"""A draft checked again while it is filled in: only the rules that would read something else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import repeat
from typing import Any

from validator.application import Application
from validator.application.places import Asked
from validator.calls import Call
from validator.check import Trace, trace
from validator.problems import Problem
from validator.report import Report, summarise
from validator.rules import rules_of

_NOWHERE = object()
"""What a place holds that is not asked: hidden, or in a row that is gone."""


@dataclass(frozen=True, slots=True)
class _Kept:
    trace: Trace
    held: tuple[Any, ...]


class Recheck:
    """Checks one state of a draft after another.

    A rule is a function of the day, of the call and of what it reads; its finding, of the answers
    that could not be used besides. Where all are as they were when it was last run, its finding
    is, too. What is kept is one finding for each rule.
    """

    def __init__(self) -> None:
        """Begin with nothing kept: the first check runs every rule."""
        self._kept: dict[str, _Kept] = {}
        self._for: tuple[Call, date | None, tuple[Problem, ...]] | None = None

    def check(
        self,
        application: Application,
        asked: Asked,
        call: Call,
        problems: tuple[Problem, ...] = (),
    ) -> Report:
        """Return what `check` returns.

        Args:
            application: what was declared; any answer may be missing.
            asked: its questions and lists.
            call: the call.
            problems: answers that could not be used.
        """
        day = application.submission.planned_on
        if self._for is None or self._for[0] is not call or self._for[1:] != (day, problems):
            self._kept, self._for = {}, (call, day, problems)
        found = asked.answers | asked.lists
        kept = {rule: it for rule, it in self._kept.items() if _held(it.trace, found) == it.held}
        rules = rules_of(call)
        changed = [rule for rule in rules if rule.id not in kept]
        new = {it.finding.rule: it for it in trace(application, call, day, changed, problems)}
        findings = (new.get(rule.id) or kept[rule.id].trace for rule in rules)
        report = summarise(call, day, tuple(it.finding for it in findings))
        fresh = {rule: _Kept(it, _held(it, found)) for rule, it in new.items()}
        self._kept = kept | {rule: it for rule, it in fresh.items() if _tells(it.held)}
        return report


def _held(one: Trace, found: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(map(found.get, one.places, repeat(_NOWHERE)))


def _tells(held: tuple[Any, ...]) -> bool:
    """Whether equal answers are the same answers: 0 equals -0, which is written otherwise."""
    return not any(isinstance(value, float) and value == 0 for value in held)
