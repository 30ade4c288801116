"""What to answer next: where an incomplete application is nearest to a decision."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from validator.report import Finding, Report, Status


@dataclass(frozen=True, slots=True)
class Closing:
    """A question whose answer alone closes some open findings, named by their rules."""

    pointer: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """What is left to answer before the outcome is decided.

    `nearest` are the open findings that want the fewest answers (`Finding.settles`); `findings`
    and `places` count what is open in all; `closing` begins with the question that closes most.
    """

    nearest: tuple[Finding, ...]
    findings: int
    places: int
    closing: tuple[Closing, ...]


def next_answers(report: Report) -> Next:
    """Return what would decide a report next; only binding findings keep it open.

    Args:
        report: what a check said. Nothing is open in one that is decided.
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
