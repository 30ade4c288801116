"""Closed words: a language-neutral code, and the Chinese words that people see for it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """One of a closed list. Its value is the code, its `label` the Chinese words."""

    label: str
    __hash__ = str.__hash__  # of the code, as what it equals; Enum would hash the name, in Python

    def __new__(cls, code: str, label: str) -> Self:
        """Make the member `code`, shown to people as `label`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """The word that a code stands for.

        Raises:
            KeyError: the list has no such code.
        """
        words: dict[str, Self] = {word.value: word for word in cls}
        return words[code]
