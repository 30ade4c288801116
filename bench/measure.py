"""Interleaved rounds, and what they come to: a median with its spread."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median

Contestant = Callable[[], float]


@dataclass(frozen=True)
class Spread:
    """A figure over several rounds."""

    median: float
    low: float
    high: float
    rounds: int

    @classmethod
    def of(cls, figures: list[float]) -> Spread:
        """Summarise figures; there is at least one."""
        return cls(median(figures), min(figures), max(figures), len(figures))


def ratios(ours: list[float], theirs: list[float]) -> Spread:
    """Summarise the ratio of each round, in which the machine was about equally busy for both."""
    return Spread.of([one / other for one, other in zip(ours, theirs, strict=True)])


@dataclass
class Pace:
    """How many rounds to run, and how long they may take.

    Attributes:
        rounds: The rounds of each comparison.
        seconds: The budget of the whole run; past it, each comparison still runs one round.
    """

    rounds: int
    seconds: float
    started: float = field(default_factory=time.monotonic)

    @property
    def spent(self) -> bool:
        """Whether the budget is used up."""
        return time.monotonic() - self.started > self.seconds


def interleaved(contestants: Mapping[str, Contestant], pace: Pace) -> dict[str, list[float]]:
    """Run every contestant once in each round, in the opposite order of the round before.

    Args:
        contestants: By name, a call that returns its figure.
        pace: How many rounds.

    Returns:
        By contestant, a figure for each round.
    """
    figures: dict[str, list[float]] = {name: [] for name in contestants}
    order = list(contestants)
    for number in range(pace.rounds):
        if number and pace.spent:
            break
        for name in order:
            figures[name].append(contestants[name]())
        order.reverse()
    return figures
