"""The names by which Word templates refer to the answers of questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_build.form.asked import questions_in
from site_build.form.parts import NEW_ROW

if TYPE_CHECKING:
    from site_build.form.parts import Question, Section

ROW = "row"
"""The name of a list's row in the examples on the page."""
_KINDS = {"line": "一行文字", "text": "多行文字", "day": "日期", "lines": "每行一个的名单"}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The name of an answer in a Word template.

    Attributes:
        name: the text between {{ and }}.
        list: the list in whose rows the answer is; empty for an answer outside lists.
        question: the question.
        kind: what the answer is, in Chinese.
    """

    name: str
    list: str
    question: Question
    kind: str


def placeholders(section: Section) -> tuple[Placeholder, ...]:
    """Return the names of the answers of a section, in the order of the form."""
    return tuple(map(_placeholder, questions_in((section,))))


def _placeholder(question: Question) -> Placeholder:
    *outer, last = question.pointer.split(f"/{NEW_ROW}/")
    held = ".".join([*(ROW for _ in outer[1:]), *_steps(outer[-1])]) if outer else ""
    name = ".".join([*([ROW] if outer else []), *_steps(last)])
    return Placeholder(name, held, question, _kind(question))


def _steps(place: str) -> list[str]:
    return [step for step in place.split("/") if step]


def _kind(question: Question) -> str:
    if question.options:
        words = "、".join(option.label for option in question.options)
        return f"可多选：{words}" if question.control == "boxes" else words
    if question.control == "number":
        return f"数字（{question.unit}）" if question.unit else "数字"
    return _KINDS[question.control]
