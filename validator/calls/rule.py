"""A rule (规则) as a call states it: its title, how binding it is, and the name of its judge."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from validator.calls.data import Data
from validator.words import Word


class Strength(Word):
    """How binding the notice's wording is; LITERAL alone is an explicit “不予受理”."""

    LITERAL = "literal", "通知明文“不予受理”"
    HARD = "hard", "应当（依文意解读）"
    SOFT = "soft", "一般、原则上"
    PREFERENCE = "preference", "支持、鼓励"
    INFO = "info", "说明"
    HINT = "hint", "一致性提示"

    @property
    def binding(self) -> bool:
        """Whether a rule of this strength with missing answers makes the outcome incomplete."""
        return self not in (Strength.PREFERENCE, Strength.HINT, Strength.INFO)


class Kind(Word):
    """How far structured answers can decide a rule."""

    AUTO = "auto", "自动判定"
    EVIDENCE = "evidence", "看材料是否齐备"
    ATTEST = "attest", "申报单位自述"
    GUIDE = "guide", "说明性条款"


def numbers_in(reading: str) -> tuple[str, ...]:
    """Return the numbers of readings that are joined by 、, one by one."""
    return tuple(number for number in reading.split("、") if number)


class StatedRule(Data):
    """One entry of a call's rules.toml.

    Attributes:
        id: the id by which the call's clauses name the rule, e.g. R21.
        title: a few Chinese words.
        strength: how binding the wording is.
        kind: how far answers can decide the rule.
        reading: the numbers of the readings applied where the notice is ambiguous, joined by 、.
        judge: the name of the judge (`validator.rules`) that decides the rule.
        given: the judge's arguments besides the case: figures, places, sentences.
    """

    id: str = Field(pattern=r"^[A-Z][A-Za-z0-9_-]{0,15}$")
    title: str = Field(min_length=1)
    strength: Strength = Field(strict=False)  # TOML holds the word's code, a string
    kind: Kind = Field(strict=False)
    reading: str = ""
    judge: str
    given: dict[str, Any] = Field(default={})

    @property
    def readings(self) -> tuple[str, ...]:
        """The numbers of `reading`, one by one."""
        return numbers_in(self.reading)
