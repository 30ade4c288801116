"""A clause (条款): one numbered position of a notice, with its text word for word."""

from __future__ import annotations

from functools import cached_property
from typing import Self

from pydantic import model_validator

from validator.calls.data import Data
from validator.calls.numbering import Numbering, numbering

_NAMED = {
    "标题": "title",
    "主送": "addressees",
    "引言": "preamble",
    "附件": "attachments",
    "落款": "signature",
}
_EDGE_PUNCTUATION = "，。、；：,;:\n "


class Part(Data):
    """A stretch of a clause's text and the ids of the rules that decide it."""

    text: str
    rules: tuple[str, ...] = ()


class Clause(Data):
    """One position of the notice; the texts of its parts, joined, are the clause word for word."""

    position: str
    heading: str | None = None
    guidance: bool = False
    parts: tuple[Part, ...]

    @model_validator(mode="after")
    def _is_numbered_and_reached(self) -> Self:
        if self.position not in _NAMED and not self.numbering:
            named = "、".join(_NAMED)
            msg = (
                f"条款位置“{self.position}”写法不对：照通知的编号连写，不带顿号和点，"
                f"如“三（一）3”“三1”“（七）”“第三条”；没有编号的写{named}"
            )
            raise ValueError(msg)
        if self.guidance == bool(self.rules):
            msg = "条款应当要么有规则（parts 中的 rules），要么标明 guidance = true，二者取一"
            raise ValueError(msg)
        return self

    @property
    def text(self) -> str:
        """The clause without its heading, word for word."""
        return "".join(part.text for part in self.parts)

    @property
    def rules(self) -> tuple[str, ...]:
        """Ids of the rules that decide this clause, in the order of its text."""
        return tuple(dict.fromkeys(rule for part in self.parts for rule in part.rules))

    @property
    def level(self) -> int:
        """The depth in the notice: 0 without a number, 1 for 一, 2 for （一）, 3 for 1."""
        return len(self.numbering)

    @cached_property
    def numbering(self) -> Numbering:
        """The numbers of the position; none for a part without a number, such as 引言."""
        return numbering(self.position) or Numbering()

    @cached_property
    def anchor(self) -> str:
        """The fragment of the clause's address on the notice page: clause-3-1-3 for 三（一）3."""
        return f"clause-{self.numbering.anchor or _NAMED[self.position]}"

    def quote(self, rule: str) -> str:
        """Return the words of this clause that `rule` decides."""
        words = "".join(part.text for part in self.parts if rule in part.rules)
        return words.strip(_EDGE_PUNCTUATION)
