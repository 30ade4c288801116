"""Finds the places of an application that unusable answers of the pre-check would have filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from validator.application import Application
from validator.precheck.questions import PreCheck
from validator.precheck.speaking import all_questions
from validator.problems import Problem

_MEMBER = "/members/*/"


def unusable(
    problems: Iterable[Problem], application: Application, asked: type[PreCheck]
) -> tuple[Problem, ...]:
    """Return a pre-check's problems at the places of the application that the answers would fill.

    Args:
        problems: answers of the pre-check that could not be used.
        application: the application made of the usable answers, as the rules check it.
        asked: the model of the call's pre-check.
    """
    return tuple(
        Problem(place, problem.label, problem.message)
        for problem in problems
        for question in all_questions(asked)
        if question.pointer == problem.pointer or question.pointer.startswith(f"{problem.pointer}/")
        for pattern in question.places
        for place in _places(pattern, len(application.members))
    )


def _places(pattern: str, members: int) -> Iterator[str]:
    """Return the places that a question fills; none in the rows of a list other than members."""
    spoken = [pattern]
    if pattern.startswith(_MEMBER):
        rest = pattern.removeprefix(_MEMBER)
        spoken = [f"/members/{row}/{rest}" for row in range(members)]
    return (place for place in spoken if "*" not in place)
