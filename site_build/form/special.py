"""Exceptions of the form by place: what it offers beyond what the type in the model says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.form.parts import Option

if TYPE_CHECKING:
    from validator.calls import Call

CALL = "/notice"
"""The place of the call that a draft answers, which the page fills in and nobody is asked."""

NONE_IS_AN_ANSWER = frozenset({"/agreement/other_parties"})
"""Lists for which “none” is an answer that decides a rule, so that the form must offer it."""

CELLS = {
    "members": ("name", "uscc", "category", "tier"),
    "people": ("name", "unit", "title", "role"),
}
"""By a list's name, the answers that tell its rows apart; for other lists, the first four."""


def boxes(pointer: str, call: Call) -> tuple[Option, ...]:
    """Return the answers of a list that the call itself limits; nothing for other lists.

    Args:
        pointer: the list's place in an application.
        call: the call.
    """
    last = pointer.rpartition("/")[2]
    words = {
        "chains": call.support.chains,
        "towns": call.support.towns,
        "business_years": tuple(map(str, call.thresholds.business_years)),
    }.get(last, ())
    return tuple(Option(word, word) for word in words)
