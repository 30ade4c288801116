"""The places of an application that are open because an answer of the pre-check cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from validator.application import Application
from validator.precheck.speaking import all_questions
from validator.problems import Problem

_MEMBER = "/members/*/"


def unusable(problems: Iterable[Problem], application: Application) -> tuple[Problem, ...]:
    """Return the problems of a pre-check where its application would have the answers.

    Args:
        problems: answers of the pre-check that could not be used.
        application: what the other answers come to, as the rules are to check it.
    """
    return tuple(
        Problem(place, problem.label, problem.message)
        for problem in problems
        for question in all_questions()
        if question.pointer == problem.pointer or question.pointer.startswith(f"{problem.pointer}/")
        for pattern in question.places
        for place in _places(pattern, len(application.members))
    )


def _places(pattern: str, members: int) -> Iterator[str]:
    """The places that a question fills; of rows in a list that was not filled there are none."""
    spoken = [pattern]
    if pattern.startswith(_MEMBER):
        rest = pattern.removeprefix(_MEMBER)
        spoken = [f"/members/{row}/{rest}" for row in range(members)]
    return (place for place in spoken if "*" not in place)
