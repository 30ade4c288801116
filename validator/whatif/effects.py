"""Tries each change with the whole check, and says in a sentence what would improve or worsen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from validator.application import Application
from validator.application.without_hidden import without_hidden
from validator.calls import Call, Strength
from validator.check import check
from validator.problems import Problem
from validator.report import Finding, Report, Status
from validator.rules.members import all_members, core_members, industry_and_research
from validator.whatif.change import Change, Situation, compare
from validator.whatif.days import other_days
from validator.whatif.members import changed_members
from validator.whatif.papers import changed_papers

_KEPT = (industry_and_research, core_members, all_members)
"""Rules that a change of the members might break: the sentence names those that stay met."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Effect:
    """A rule that would come out differently."""

    rule: str
    title: str
    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A change and its effects.

    Attributes:
        sentence: the change and all its effects, in Chinese.
        pointers: JSON pointers of the answers to change.
        improves: the rules that come out better; empty only where no status shows the gain.
        worsens: the rules that come out worse, hints among them.
    """

    sentence: str
    pointers: tuple[str, ...]
    improves: tuple[Effect, ...]
    worsens: tuple[Effect, ...]


def what_if(
    application: Application,
    call: Call,
    on: date | None,
    report: Report,
    problems: tuple[Problem, ...] = (),
) -> tuple[WhatIf, ...]:
    """Return the changes that would improve a report.

    A change is tried only for a rule that is not met or left to people, and offered only when that
    rule comes out better. At most 15 whole checks are run: for ten changes and five days.

    Args:
        application: what was declared.
        call: the call.
        on: the day that was checked for; by default the one that the application plans.
        report: the report of the check for that day.
        problems: the answers that could not be used, as the check was given them.
    """
    day = on or application.submission.planned_on
    found = {f.rule: f for f in report.findings}
    now = Situation(without_hidden(application), call, day, found, problems)
    named = chain(changed_members(now), changed_papers(now))
    tried = [change for change in named if any(now.better(change))]
    return tuple(_outcome(now, change) for change in _once([*tried, *other_days(now)]))


def _once(some: Iterable[Change]) -> list[Change]:
    """Return each change once: two rules may blame the same member, and suggest one change."""
    found: dict[tuple[object, ...], Change] = {}
    for change in some:
        found.setdefault((change.pointers, change.on), change)
    return list(found.values())


def _outcome(now: Situation, change: Change) -> WhatIf:
    after = check(change.application, now.call, change.on, now.problems)
    pairs = [(now.findings[finding.rule], finding) for finding in after.findings]
    better = [pair for pair in pairs if compare(*pair) > 0]
    worse = [pair for pair in pairs if compare(*pair) < 0]
    of_the_list = now.judged_by(*_KEPT) if _lists(change) else ()
    kept = [
        new.title
        for old, new in pairs
        if new.rule in of_the_list and old.status is new.status is Status.MET
    ]
    said = [change.gain] if change.gain else []
    said += _said(better)
    return WhatIf(
        sentence=f"{change.words}，{'；'.join(said)}{_still(kept)}{_cost(worse)}。",
        pointers=change.pointers,
        improves=tuple(_effect(*pair) for pair in better),
        worsens=tuple(_effect(*pair) for pair in worse),
    )


def _lists(change: Change) -> bool:
    return any(pointer.startswith("/members") for pointer in change.pointers)


def _effect(old: Finding, new: Finding) -> Effect:
    return Effect(new.rule, new.title, old.status, new.status)


def _said(pairs: list[tuple[Finding, Finding]]) -> list[str]:
    """Return a clause for each pair of statuses: “甲”、“乙”由不满足变为满足."""
    ways: dict[tuple[Status, Status], list[str]] = {}
    for old, new in pairs:
        ways.setdefault((old.status, new.status), []).append(new.title)
    return [
        f"{_titles(titles)}由{before.label}变为{after.label}"
        for (before, after), titles in ways.items()
    ]


def _still(kept: list[str]) -> str:
    return f"；{_titles(kept)}仍满足" if kept else ""


def _cost(worse: list[tuple[Finding, Finding]]) -> str:
    """Say what gets worse: what is not met or doubtful, what is to be filled in, which hints."""
    binding = [pair for pair in worse if pair[1].strength is not Strength.HINT]
    doubtful = _said([pair for pair in binding if pair[1].status is not Status.MISSING])
    opened = [new.title for _, new in binding if new.status is Status.MISSING]
    hints = [new.title for _, new in worse if new.strength is Strength.HINT]
    parts = [
        f"；但{'，'.join(doubtful)}" if doubtful else "",
        f"；{_titles(opened)}须补填" if opened else "",
        f"；并请核对{_titles(hints)}" if hints else "",
    ]
    return "".join(parts)


def _titles(titles: list[str]) -> str:
    """Return titles in quotation marks; quotation marks inside a title become single."""
    plain = (title.replace("“", "‘").replace("”", "’") for title in titles[:_NAMED])
    named = "、".join(f"“{title}”" for title in plain)
    return named if len(titles) <= _NAMED else f"{named}等 {len(titles)} 项"
