"""When two names are the same: as a reader sees them, not as they are encoded (reading 4.26).

`plain_name` takes away what no reader sees: width, case, spaces, invisible marks, kinds of dot and
bracket, compatibility and radical forms. Where two names still differ, but only in characters that
a reader may take for one another, `Likeness.ALIKE` says so: a human has to look, and no rule may
call one of them wrong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache

from validator.reference import LOOKALIKES, SAME_FORMS

_NORMAL_MAX = 1_000
_UNSEEN_CATEGORIES = ("Cf", "Cc", "Zs", "Zl", "Zp")
_UNSEEN_RANGES = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x180B, 0x180F))
"""Variation selectors: they choose a glyph and are none."""
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Fillers and joiners that Unicode does not class with the formats."""


class Likeness(Enum):
    """How two names compare: the same, alike to the eye alone, or different."""

    SAME = "same"
    ALIKE = "alike"
    DIFFERENT = "different"


class _Folds(dict[int, str | int | None]):
    """What `str.translate` makes of a character; those not listed are looked at once each."""

    def __missing__(self, code: int) -> int | None:
        self[code] = made = None if is_unseen(chr(code)) else code
        return made


@lru_cache(maxsize=4096)  # asked of every answer's first letter
def is_unseen(letter: str) -> bool:
    """Whether a character takes no ink: a space, a control, a mark that only formats."""
    return (
        unicodedata.category(letter) in _UNSEEN_CATEGORIES
        or letter in _UNSEEN
        or any(first <= ord(letter) <= last for first, last in _UNSEEN_RANGES)
    )


_FOLDS = _Folds({ord(form): same for form, same in SAME_FORMS.items()})
_ALIKE: dict[int, str | None] = {
    **{ord(letter): group[0] for group in LOOKALIKES for letter in group},
    **dict.fromkeys(map(ord, "·。")),  # one name is written with a dot, a space or nothing between
}


def plain(text: str) -> str:
    """A text for comparison; what makes no difference to a reader is gone from it.

    >>> plain("中国地质大学(北京) ") == plain("中国地质大学（北京）")
    True
    """
    return half_width(text).casefold().translate(_FOLDS)


def half_width(text: str) -> str:
    """Full width to half width (NFKC). What is longer than any code or name stays as it is.

    To put accents into order takes the square of their number: a megabyte of them would hold the
    browser for an hour.
    """
    return unicodedata.normalize("NFKC", text) if len(text) <= _NORMAL_MAX else text


plain_name = lru_cache(maxsize=4096)(plain)
"""The same for names: every check compares the same few many times."""


@lru_cache(maxsize=4096)
def shape(name: str) -> str:
    """A name with one character for all that a reader may take for it."""
    return plain_name(name).translate(_ALIKE)


def likeness(one: str, other: str) -> Likeness:
    """How two names compare."""
    if plain_name(one) == plain_name(other):
        return Likeness.SAME
    return Likeness.ALIKE if shape(one) == shape(other) else Likeness.DIFFERENT


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are given and the same."""
    return one is not None and other is not None and plain_name(one) == plain_name(other)


def looks_like(one: str | None, other: str | None) -> bool:
    """Whether two names are given, not the same, and alike to the eye."""
    return one is not None and other is not None and likeness(one, other) is Likeness.ALIKE


def plain_names(names: Iterable[str | None]) -> set[str]:
    """Names for comparison, those aside that are not given."""
    return {plain_name(name) for name in names if name}


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen."""
    return all(map(is_unseen, text))
