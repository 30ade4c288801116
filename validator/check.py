"""check(application, notice, on): every rule of the call against one application."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from validator.application import Application
from validator.notices import Notice
from validator.report import Finding, Report, summarise
from validator.rules import RULES, Rule
from validator.rules.reading import Log, Reader, reader


def check(application: Application, notice: Notice, on: date | None = None) -> Report:
    """Decide every rule, or leave it honestly open.

    Args:
        application: what was declared; any answer may be missing.
        notice: the call.
        on: the day of submission; by default the one that the application plans.
    """
    day = on or application.submission.planned_on
    return summarise(notice.id, day, _findings(application, notice, day, RULES))


def judge(
    application: Application, notice: Notice, on: date | None, rules: Collection[str]
) -> tuple[Finding, ...]:
    """Decide some rules only, named by their ids; as `check` otherwise."""
    day = on or application.submission.planned_on
    return _findings(application, notice, day, [rule for rule in RULES if rule.id in rules])


def _findings(
    application: Application, notice: Notice, on: date | None, rules: Iterable[Rule]
) -> tuple[Finding, ...]:
    log = Log()
    reading = reader(application, "", log)
    return tuple(_find(rule, reading, log, notice, on) for rule in rules)


def _find(rule: Rule, reading: Reader, log: Log, notice: Notice, on: date | None) -> Finding:
    log.read.clear()
    verdict = rule.judge(reading, notice, on)
    clauses = notice.clauses_of(rule.id)
    return Finding(
        rule=rule.id,
        title=rule.title,
        clause=notice.position(rule.id),
        anchor=clauses[0].anchor if clauses else "",
        strength=rule.strength,
        status=verdict.status,
        basis=rule.basis(verdict),
        message=verdict.message,
        advice=verdict.advice,
        quote=notice.quote(rule.id),
        reading=rule.reading,
        fields=log.fields,
        settles=tuple(place for place in dict.fromkeys(verdict.settles) if place not in log.hidden),
    )
