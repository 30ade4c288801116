"""No verdict rests on an answer that could not be used: it waits until the answer is put right.

An answer that could not be used is left out of the application. To a rule it looks unanswered,
and to some rules that says much: a list that was left out has no rows, a successor who was not
named did not sign. So a verdict that read such a place is open, whatever it came out as.
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
        """Note where the `problems` stand, and which lists lost something by them."""
        self._at = {problem.pointer: problem for problem in problems}
        self._inside: dict[str, list[Problem]] = {}
        for problem in problems:
            holder = problem.pointer.rpartition("/")[0]
            self._inside.setdefault(holder, []).append(problem)

    def hold(self, verdict: Verdict, read: Iterable[str]) -> Verdict:
        """Return a verdict, left open where it rests on what could not be used.

        Args:
            verdict: what the rule said.
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
        """The problems at a place, in the list that it is, and in what it is a part of."""
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
