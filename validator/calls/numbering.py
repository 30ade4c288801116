"""Reads how the clauses of a notice are numbered: 三（一）3, 三3, （七）, 第三条, 第三条（二）."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_CHINESE = "[一二三四五六七八九十]{1,3}"
_KINDS = {
    "article": re.compile(rf"第({_CHINESE})条"),
    "chinese": re.compile(rf"({_CHINESE})"),
    "bracketed": re.compile(rf"（({_CHINESE})）"),
    "plain": re.compile(r"(?<!\d)(\d{1,3})"),
    "round": re.compile(r"（(\d{1,3})）"),
}
_USUAL = ("chinese", "bracketed", "plain", "round")
"""The kind of number at each depth of a notice that is numbered as official documents usually are
(GB/T 9704-2012, 7.3.3): 一、 then （一） then 1. then （1）."""


class Numbering(tuple[tuple[str, int], ...]):
    """The numbers of a position from the outermost inwards, each with its kind."""

    __slots__ = ()

    @property
    def anchor(self) -> str:
        """The numbers as a fragment of an address: 3-1-3 for 三（一）3, 3-plain1 for 三1.

        A number of a kind that is unusual at its depth has its kind before it: otherwise 三（一）
        and 三1, which may both be in one notice, would have the same address.
        """
        return "-".join(
            f"{number}" if depth < len(_USUAL) and kind == _USUAL[depth] else f"{kind}{number}"
            for depth, (kind, number) in enumerate(self)
        )

    def within(self, other: Numbering) -> bool:
        """Whether the position is `other` or lies under it."""
        return self[: len(other)] == other


def numbering(position: str) -> Numbering | None:
    """Return the numbers of a position; None for a position that is numbered in another way.

    Args:
        position: the numbers as the notice writes them, without 、 and the dot behind a number.
    """
    found: list[tuple[str, int]] = []
    at = 0
    while at < len(position):
        known = ((kind, it.match(position, at)) for kind, it in _KINDS.items())
        kind, match = next(((kind, it) for kind, it in known if it), ("", None))
        if match is None or (value := _value(match[1])) is None:
            return None
        found.append((kind, value))
        at = match.end()
    return Numbering(found) if found else None


def _value(numeral: str) -> int | None:
    """Return the number that a numeral means, up to 99 in Chinese, else 999; None for 十十."""
    if numeral.isdecimal():
        return int(numeral) or None
    tens, ten, ones = numeral.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return None
    if not ten:
        return _DIGITS.index(tens)
    return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0)
