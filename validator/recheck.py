"""Checks a draft again while it is filled in, and decides only rules that would read a change."""

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
"""The value of a place that is not asked, because it is hidden or its row was removed."""


@dataclass(frozen=True, slots=True)
class _Kept:
    trace: Trace
    held: tuple[Any, ...]


class Recheck:
    """Checks one state of a draft after another, and keeps the last finding of each rule.

    A finding depends on the day, the call, the answers that its rule reads, and the answers that
    could not be used. While none of these has changed, the kept finding is still right.
    """

    def __init__(self) -> None:
        """Begin without findings, so that the first check decides every rule."""
        self._kept: dict[str, _Kept] = {}
        self._for: tuple[Call, date | None, tuple[Problem, ...]] | None = None

    def check(
        self,
        application: Application,
        asked: Asked,
        call: Call,
        problems: tuple[Problem, ...] = (),
    ) -> Report:
        """Return the report that `validator.check.check` returns for the planned day.

        Args:
            application: what was declared; any answer may be missing.
            asked: the questions and lists of the application.
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
    """Whether equality tells a change of these answers: 0 equals -0, yet a sentence may differ."""
    return not any(isinstance(value, float) and value == 0 for value in held)
