"""Groups findings in the order in which people need them: not met first, settled last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validator.calls import Strength
from validator.report import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from validator.report import Finding, Report

MARKS = {
    Status.NOT_MET: "✕",
    Status.MISSING: "○",
    Status.REVIEW: "？",
    Status.MET: "✓",
    Status.NOT_APPLICABLE: "－",
    Status.HIT: "★",
    Status.NO_HIT: "☆",
}
"""A sign for every status, since people who see no colours cannot tell statuses by colour."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings under one heading; the page shows an `open` group unfolded at first."""

    id: str
    title: str
    mark: str
    open: bool
    findings: tuple[Finding, ...]

    @property
    def count(self) -> int:
        """The group's number in the summary bar.

        For preferences, those that apply; for hints, the open ones; else all findings.
        """
        counted = _COUNTED.get(self.id)
        return sum(counted is None or finding.status in counted for finding in self.findings)


_COUNTED = {"preferences": (Status.HIT,), "hints": (Status.MISSING, Status.REVIEW)}

_PLACES: tuple[tuple[str, str, Status, bool, Callable[[Finding], bool]], ...] = (
    ("not-met", "不满足", Status.NOT_MET, True, lambda f: f.status is Status.NOT_MET),
    (
        "missing",
        "待补充",
        Status.MISSING,
        True,
        lambda f: f.status is Status.MISSING and f.strength.binding,
    ),
    ("review", "需人工判断", Status.REVIEW, True, lambda f: f.status is Status.REVIEW),
    (
        "preferences",
        "支持、鼓励的情形",
        Status.HIT,
        False,
        lambda f: f.strength is Strength.PREFERENCE,
    ),
    ("hints", "一致性提示", Status.MISSING, False, lambda f: f.strength is Strength.HINT),
    ("met", "满足", Status.MET, False, lambda f: f.status is Status.MET),
    ("not-applicable", "不适用", Status.NOT_APPLICABLE, False, lambda _: True),
)


def groups(report: Report) -> tuple[Group, ...]:
    """Return a report's findings, each in the first group that takes it, without empty groups."""
    found: dict[str, list[Finding]] = {name: [] for name, *_ in _PLACES}
    for finding in report.findings:
        found[next(name for name, *_, wanted in _PLACES if wanted(finding))].append(finding)
    return tuple(
        Group(name, title, MARKS[status], unfolded, tuple(mine))
        for name, title, status, unfolded, _ in _PLACES
        if (mine := found[name])
    )
