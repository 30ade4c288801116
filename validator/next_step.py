"""Finds what to answer next: the open findings that need the fewest answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from validator.report import Finding, Report, Status


@dataclass(frozen=True, slots=True)
class Closing:
    """A question whose answer alone decides some open findings, and the ids of their rules."""

    pointer: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """What is left to answer before the outcome is decided.

    Attributes:
        nearest: the open findings that need the fewest answers (`Finding.settles`).
        findings: the number of open findings.
        places: the number of answers that they need.
        closing: the questions that alone decide a finding, those that decide most first.
    """

    nearest: tuple[Finding, ...]
    findings: int
    places: int
    closing: tuple[Closing, ...]


def next_answers(report: Report) -> Next:
    """Return what would decide an incomplete report next; only binding findings are open.

    Args:
        report: the report of a check.
    """
    opened = [f for f in report.findings if f.status is Status.MISSING and f.strength.binding]
    fewest = min((len(finding.settles) for finding in opened), default=0)
    return Next(
        nearest=tuple(finding for finding in opened if len(finding.settles) == fewest),
        findings=len(opened),
        places=len({place for finding in opened for place in finding.settles}),
        closing=_closing(opened),
    )


def _closing(opened: list[Finding]) -> tuple[Closing, ...]:
    rules: dict[str, list[str]] = defaultdict(list)
    for finding in opened:
        if len(finding.settles) == 1:
            rules[finding.settles[0]].append(finding.rule)
    found = [Closing(pointer, tuple(closed)) for pointer, closed in rules.items()]
    return tuple(sorted(found, key=lambda one: -len(one.rules)))
