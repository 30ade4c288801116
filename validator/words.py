"""Closed lists of words: each word is a code with the Chinese label that people see."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """One word of a closed list: its value is the code, and `label` the Chinese for people."""

    label: str
    __hash__ = str.__hash__  # The hash of the code; Enum's own method is slower Python code.

    def __new__(cls, code: str, label: str) -> Self:
        """Make the member `code`, shown to people as `label`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """Return the word for a code.

        Raises:
            KeyError: the list has no such code.
        """
        words: dict[str, Self] = {word.value: word for word in cls}
        return words[code]
