"""The check: decides the rules of a call for one application."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from validator.application import Application
from validator.calls import Call
from validator.case import Case, Log
from validator.problems import Problem
from validator.report import Finding, Report, summarise
from validator.rules import Rule, Verdict, rules_of
from validator.rules.unusable import Unusable


@dataclass(frozen=True, slots=True)
class Trace:
    """A finding, and `named`: the places that its verdict named, hidden ones among them.

    The finding's `settles` has no hidden places, since the form does not ask for them.
    """

    finding: Finding
    named: tuple[str, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The JSON pointers of all answers that the finding depends on."""
        return (*self.finding.fields, *self.named)


def check(
    application: Application,
    call: Call,
    on: date | None = None,
    problems: Sequence[Problem] = (),
) -> Report:
    """Decide every rule of a call.

    Args:
        application: what was declared; any answer may be missing.
        call: the call.
        on: the day of submission; by default the one that the application plans.
        problems: answers that could not be used, and that `application` does not hold. A rule that
            reads the place of such an answer stays open.
    """
    day = on or application.submission.planned_on
    found = trace(application, call, day, rules_of(call), problems)
    return summarise(call, day, tuple(it.finding for it in found))


def judge(
    application: Application,
    call: Call,
    on: date | None,
    rules: Collection[str],
    problems: Sequence[Problem] = (),
) -> tuple[Finding, ...]:
    """Decide the rules with the ids `rules`, as `check` does, and return their findings."""
    day = on or application.submission.planned_on
    some = [rule for rule in rules_of(call) if rule.id in rules]
    return tuple(it.finding for it in trace(application, call, day, some, problems))


def trace(
    application: Application,
    call: Call,
    on: date | None,
    rules: Iterable[Rule],
    problems: Sequence[Problem] = (),
) -> Iterator[Trace]:
    """Decide some rules, and yield each finding with the places that it depends on.

    Args:
        application: what was declared.
        call: the call.
        on: the day of submission, if it is known.
        rules: the rules, in the order in which they are decided.
        problems: answers that could not be used.
    """
    log, unusable = Log(), Unusable(problems)
    case = Case(application, call, on, log)
    for rule in rules:
        log.read.clear()
        verdict = rule.judge(case)
        read = log.fields
        yield _told(rule, unusable.hold(verdict, read), read, log.hidden, call)


def _told(
    rule: Rule, verdict: Verdict, read: tuple[str, ...], hidden: Collection[str], call: Call
) -> Trace:
    clauses = call.clauses_of(rule.id)
    named = tuple(dict.fromkeys(verdict.settles))
    finding = Finding(
        rule=rule.id,
        title=rule.title,
        clause=call.position(rule.id),
        anchor=clauses[0].anchor if clauses else "",
        strength=rule.strength,
        status=verdict.status,
        basis=rule.basis(verdict),
        message=verdict.message,
        advice=verdict.advice,
        quote=call.quote(rule.id),
        reading=rule.reading,
        fields=read,
        settles=tuple([place for place in named if place not in hidden]),
    )
    return Trace(finding, named)
