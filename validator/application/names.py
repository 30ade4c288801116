"""Compares names as a reader sees them, not as they are encoded (reading 4.26).

`plain_name` removes what no reader sees: width, case, spaces, invisible marks, kinds of dot and
bracket, compatibility and radical forms. Two names may still differ, yet only in characters that a
reader may take for one another. These names are `Likeness.ALIKE`: people have to look, and no rule
may call either name wrong.
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
"""Variation selectors, which choose the glyph of the character before them and show nothing."""
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Fillers and joiners that show nothing, though Unicode gives them another category than Cf."""


class Likeness(Enum):
    """How two names compare: the same, alike to the eye alone, or different."""

    SAME = "same"
    ALIKE = "alike"
    DIFFERENT = "different"


class _Folds(dict[int, str | int | None]):
    """A table for `str.translate` that computes the entry of a character when it first occurs."""

    def __missing__(self, code: int) -> int | None:
        self[code] = made = None if is_unseen(chr(code)) else code
        return made


@lru_cache(maxsize=4096)  # `is_blank` calls this for the first letter of every answer.
def is_unseen(letter: str) -> bool:
    """Whether a character shows nothing: a space, a control or a formatting mark."""
    return (
        unicodedata.category(letter) in _UNSEEN_CATEGORIES
        or letter in _UNSEEN
        or any(first <= ord(letter) <= last for first, last in _UNSEEN_RANGES)
    )


_FOLDS = _Folds({ord(form): same for form, same in SAME_FORMS.items()})
_ALIKE: dict[int, str | None] = {
    **{ord(letter): group[0] for group in LOOKALIKES for letter in group},
    **dict.fromkeys(map(ord, "·。")),  # 阿·甲, 阿。甲, 阿 甲 and 阿甲 may be one person's name
}


def plain(text: str) -> str:
    """Return a text without anything that makes no difference to a reader, for comparison.

    >>> plain("中国地质大学(北京) ") == plain("中国地质大学（北京）")
    True
    """
    return half_width(text).casefold().translate(_FOLDS)


def half_width(text: str) -> str:
    """Return a text in half width (NFKC); a text longer than any code or name as it is.

    NFKC sorts the accents of a letter in time that grows with the square of their number: a
    megabyte of accents would keep the browser busy for an hour.
    """
    return unicodedata.normalize("NFKC", text) if len(text) <= _NORMAL_MAX else text


plain_name = lru_cache(maxsize=4096)(plain)
"""`plain` for names, with a cache: each check compares the same few names many times."""


@lru_cache(maxsize=4096)
def shape(name: str) -> str:
    """Return a name with each character replaced by one for all that look like it."""
    return plain_name(name).translate(_ALIKE)


def likeness(one: str, other: str) -> Likeness:
    """Compare two names."""
    if plain_name(one) == plain_name(other):
        return Likeness.SAME
    return Likeness.ALIKE if shape(one) == shape(other) else Likeness.DIFFERENT


def same_name(one: str | None, other: str | None) -> bool:
    """Whether both names are given, and are the same."""
    return one is not None and other is not None and plain_name(one) == plain_name(other)


def looks_like(one: str | None, other: str | None) -> bool:
    """Whether both names are given, and are alike to the eye without being the same."""
    return one is not None and other is not None and likeness(one, other) is Likeness.ALIKE


def plain_names(names: Iterable[str | None]) -> set[str]:
    """Return the names that are given, each as `plain_name` writes it."""
    return {plain_name(name) for name in names if name}


def is_blank(text: str) -> bool:
    """Whether no character of a text can be seen."""
    return all(map(is_unseen, text))
