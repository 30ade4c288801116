"""check(application, notice, on): every rule of the call against one application."""

from __future__ import annotations

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
    log = Log()
    reading = reader(application, "", log)
    findings = tuple(_find(rule, reading, log, notice, day) for rule in RULES)
    return summarise(notice.id, day, findings)


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
