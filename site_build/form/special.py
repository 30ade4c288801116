"""Where the form offers more than a model's type says: by place, with the call's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.form.parts import Option

if TYPE_CHECKING:
    from validator.calls import Call

CALL = "/notice"
"""Which call a draft answers: settled by the page, not asked."""

NONE_IS_AN_ANSWER = frozenset({"/agreement/other_parties"})
"""Lists for which “there are none” settles a rule, so that it must be possible to say it."""

CELLS = {
    "members": ("name", "uscc", "category", "tier"),
    "people": ("name", "unit", "title", "role"),
}
"""By a list's name: the answers that tell rows apart, where the first four do not."""


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
