"""What the form needs to know of single questions beyond the types in the models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.form.parts import Option

if TYPE_CHECKING:
    from validator.calls import Call

CALL = "/notice"
"""Where a draft names the call that it answers. The page fills the name in; nobody is asked."""

NONE_IS_AN_ANSWER = frozenset({"/agreement/other_parties"})
"""Lists for which “none” is an answer that decides a rule, so that the form has to offer “none”."""

CELLS = {
    "members": ("name", "uscc", "category", "tier"),
    "people": ("name", "unit", "title", "role"),
}
"""By a list's name, the questions shown side by side; other lists show their first four."""


def boxes(pointer: str, call: Call) -> tuple[Option, ...]:
    """Return the options of a list whose answers the call names; () for other lists.

    Args:
        pointer: the list's place in an application.
        call: the call.
    """
    place = "/".join(pointer.rsplit("/", 2)[1:])  # a call's own question may have the same name
    words = {
        "alliance/chains": call.support.chains,
        "alliance/towns": call.support.towns,
        "support/chains": call.support.chains,
        "support/towns": call.support.towns,
        "evidence/business_years": tuple(map(str, call.thresholds.business_years)),
    }.get(place, ())
    return tuple(Option(word, word) for word in words)
