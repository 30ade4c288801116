"""What a call asks: which questions, in which order and words, and the questions of its own."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from validator.calls.data import Data
from validator.words import Word


class AnswerKind(Word):
    """What the answer to a call's own question is."""

    LINE = "line", "一行文字"
    TEXT = "text", "多行文字"
    YES_NO = "yes_no", "是或否"
    NUMBER = "number", "数字"
    DAY = "day", "日期"
    CHOICE = "choice", "单选"
    SEVERAL = "several", "多选"
    NAMES = "names", "名称列表"

    @property
    def has_options(self) -> bool:
        """Whether the answer is taken from a list of the call."""
        return self in (AnswerKind.CHOICE, AnswerKind.SEVERAL)


class Wording(Data):
    """What a call says of one question, part or list that it asks; empty where it says nothing.

    Attributes:
        title: the question's short name, instead of the form's own.
        clause: the position in the notice that asks for it.
        help: what to write and where to find it, instead of the form's own words.
        example: a made-up answer.
        kind: what the answer is; only a question that the form does not have, the call's own, says
            so. The other attributes are such a question's alone.
        unit: the unit of a number, e.g. 万元.
        options: the answers to choose from.
    """

    title: str = ""
    clause: str = ""
    help: str = ""
    example: str = ""
    kind: AnswerKind | None = Field(default=None, strict=False)  # TOML holds the code, a string
    unit: str = ""
    options: tuple[Annotated[str, Field(max_length=200)], ...] = ()

    @model_validator(mode="after")
    def _says_what_its_kind_needs(self) -> Self:
        if faults := [*self._faults()]:
            raise ValueError("；".join(faults))
        return self

    def _faults(self) -> list[str]:
        kind, found = self.kind, []
        if kind is None:
            if self.unit or self.options:
                found.append("unit、options 只用于本通知自己的问题，这样的问题要写明 kind")
            return found
        if not self.title.strip():
            found.append("本通知自己的问题要写 title（问题的名称）")
        if self.unit and kind is not AnswerKind.NUMBER:
            found.append(f"unit（单位）只用于 number，这里的 kind 是 {kind.value}")
        if kind.has_options and not self.options:
            found.append(f"kind 是 {kind.value}，要写 options（可选的答案）")
        if self.options and not kind.has_options:
            found.append(f"options 只用于 choice 和 several，这里的 kind 是 {kind.value}")
        if any(option != option.strip() or not option.isprintable() for option in self.options):
            found.append("options 里有首尾有空格的，或者有换行的")
        if "" in self.options:
            found.append("options 里有空的")
        if len(set(self.options)) < len(self.options):
            found.append("options 里有重复的")
        return found


NOTHING = Wording()

Sections = dict[str, dict[str, Wording]]
"""By the name of a kind of section, such as `unit`, and in it by the name of a question.

The order is the order of asking. What does not stand there is not asked.
"""
