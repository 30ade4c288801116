"""The word for what to do with the answers that a finding names: change, fill in, or look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validator.application.places import UNANSWERED
from validator.report import Status

if TYPE_CHECKING:
    from validator.application.places import Asked
    from validator.report import Finding


def todo_word(finding: Finding, asked: Asked) -> str:
    """Return 要改, 待填, 请核对 or 待填或核对, by whether the answers in `settles` are blank.

    Args:
        finding: one rule's result.
        asked: the questions and lists of the application, with their answers.
    """
    if finding.status is Status.NOT_MET:
        return "要改"
    blank = [_is_blank(place, asked) for place in finding.settles]
    if all(blank):
        return "待填"
    return "待填或核对" if any(blank) else "请核对"


def _is_blank(place: str, asked: Asked) -> bool:
    if place in asked.lists:
        return asked.lists[place] == 0
    return asked.answers.get(place) in UNANSWERED
