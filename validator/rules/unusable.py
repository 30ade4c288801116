"""Leaves a verdict open that rests on an answer that could not be used.

An answer that could not be used is left out of the application, so to a rule the question looks
unanswered. A rule may then decide wrongly: a list that was left out looks like a list without
rows. So whatever a rule decided after it read such a place, the finding asks for a correction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from validator.problems import Problem
from validator.report import Status
from validator.rules.rule import Verdict, missing

_NAMED = 3


class Unusable:
    """The places whose answers could not be used."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Note the places of the `problems`, and the lists and sections that hold such a place."""
        self._at = {problem.pointer: problem for problem in problems}
        self._inside: dict[str, list[Problem]] = {}
        for problem in problems:
            holder = problem.pointer.rpartition("/")[0]
            self._inside.setdefault(holder, []).append(problem)

    def hold(self, verdict: Verdict, read: Iterable[str]) -> Verdict:
        """Return a verdict; one that asks for a correction where the rule read an unusable answer.

        Args:
            verdict: what the rule decided.
            read: JSON pointers of the places that the rule read.
        """
        if not self._at:
            return verdict
        found: dict[Problem, str] = {}
        for place in read:
            for problem in self._behind(place):
                lost = problem.pointer.rpartition("/")[0] == place
                found.setdefault(problem, place if lost else problem.pointer)
        if not found:
            return verdict
        opened = verdict.settles if verdict.status is Status.MISSING else ()
        return missing(_said(list(found)), *found.values(), *opened)

    def _behind(self, place: str) -> Iterator[Problem]:
        """Yield the problems at a place, directly inside it, and at each place that contains it."""
        yield from self._inside.get(place, ())
        while place:
            if place in self._at:
                yield self._at[place]
            place = place.rpartition("/")[0]


def _said(found: list[Problem]) -> str:
    if len(found) == 1:
        return f"{found[0].label}填写有误（{found[0].message}），改正后再判断。"
    labels = list(dict.fromkeys(problem.label for problem in found))
    named = "、".join(labels[:_NAMED])
    more = f"等 {len(labels)} 处" if len(labels) > _NAMED else ""
    return f"{named}{more}填写有误，改正后再判断。"
