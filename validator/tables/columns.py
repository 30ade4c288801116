"""The columns of the members' table, made from the questions that members are asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final, get_args, get_origin

from pydantic.fields import FieldInfo

from validator.application import Member
from validator.application.asked import asked_by
from validator.application.base import Choice, Section
from validator.application.choices import Tier
from validator.application.names import half_width, same_name
from validator.application.places import kind_of, row_kind
from validator.application.text import LINE_MAX, TEXT_MAX
from validator.application.wording import wording
from validator.calls import AnswerKind, Call, Wording
from validator.chinese import NO, YES, figure, yes_no
from validator.reference import PROVINCES

# The form's questions that have a column, in the table's order; others are answered on the page
# alone. A call's own questions have a column each, after these.
_NAMES: Final = (
    "name",
    "uscc",
    "category",
    "tier",
    "standing",
    "province",
    "city",
    "address",
    "legal_representative",
    "contact",
    "phone",
    "email",
    "founded_on",
    "ownership",
    "joined_on",
    "task",
    "rights",
    "duties",
    "research_level",
    "high_tech",
    "high_tech_certificate",
    "high_tech_issued_on",
    "listing",
    "signature/kind",
    "signature/signer",
    "signature/signed_on",
    "signature/sealed",
    "signature/seal_name",
    "credit/good_standing",
    "credit/has_misconduct",
    "evidence/licence",
    "evidence/licence_name",
    "evidence/introduction",
    # Later questions come last, so that rows pasted without headings keep their places.
    "no_uscc",
    "registration",
)
WHO: Final = ("name", "uscc")
"""The columns that tell which member a row is."""
_LONG: Final = ("task", "rights", "duties", "research_level")
_LONG_KINDS: Final = (AnswerKind.TEXT, AnswerKind.NAMES, AnswerKind.SEVERAL)
"""What may be longer than a line: by name, and by the kind of a call's own question."""
_PART: Final = "；"
_PARTS: Final = re.compile(r"[；;\n]")
"""What stands between the parts of a list; the names in it may hold 、 and commas themselves."""
_NUMERAL: Final = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_SHORTER: Final = {"tier": {"核心": Tier.CORE, "一般": Tier.ORDINARY}}
"""Shorter words that people write in a column, with the answer that they mean."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: The path of the question below a member, e.g. `signature/kind`.
        title: The Chinese heading.
        help: What to write.
        options: The answers to choose from; empty for a free answer.
        is_date: Whether the answer is a day.
        longest: The most characters of an answer.
        words: What the call says of the question: its clause, and what is to be written.
        kinds: The types that an answer may have.
    """

    name: str
    title: str
    help: str
    options: tuple[str, ...]
    is_date: bool
    longest: int
    words: Wording
    kinds: tuple[Any, ...]

    @property
    def is_one_of(self) -> bool:
        """Whether a cell holds one of the options and nothing else."""
        return bool(self.options) and not self.is_list

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several answers, each in a line or after a semicolon."""
        return any(get_origin(kind) is tuple for kind in self.kinds)

    def answer(self, text: str) -> Any:  # noqa: ANN401 - whatever the question takes
        """Return the answer's JSON value for a cell's text; a text that is no option, unchanged."""
        kinds = self.kinds
        if self.is_list:
            return [self._one_of(part) for part in map(str.strip, _PARTS.split(text)) if part]
        if float in kinds:
            return _number(text)
        if bool in kinds:
            return _said(text, {YES: True, NO: False})
        choice = _choice(kinds)
        if choice is not None:
            shorter = _SHORTER.get(self.name, {})
            answers = {option.label: option.value for option in choice}
            return _said(text, answers | {word: one.value for word, one in shorter.items()})
        return self._one_of(text)

    def _one_of(self, text: str) -> Any:  # noqa: ANN401 - as `answer`
        return _said(text, {option: option for option in self.options})

    def text(self, member: Member) -> str:
        """Return a member's answer as a cell's text; empty for an unanswered question."""
        value: Any = member
        for step in self.name.split("/"):
            value = getattr(value, step)
        if value is None:
            return ""
        if isinstance(value, bool):
            return yes_no(value)
        if isinstance(value, float):
            return figure(value)
        return _PART.join(value) if isinstance(value, tuple) else str(value)


def _said(text: str, answers: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever is answered
    """Return the answer whose words look the same as the text; else the text."""
    return next((answer for words, answer in answers.items() if same_name(words, text)), text)


def _number(text: str) -> float | str:
    """Return the number that a text writes, perhaps in full width or with commas; else the text."""
    plain = half_width(text).replace(",", "").strip()
    return float(plain) if _NUMERAL.fullmatch(plain) else text


@lru_cache(maxsize=32)  # each cell that is read asks for its column
def columns(call: Call) -> tuple[Column, ...]:
    """Return the columns of the members' table for a call: what it asks of members, in order."""
    member = row_kind(asked_by(call), "members")
    if member is None:
        return ()
    own = [name for name in member.model_fields if name not in Member.model_fields]
    named = ((name, _question(member, name)) for name in (*_NAMES, *own))
    return tuple(_column(name, *found, call) for name, found in named if found is not None)


def _column(name: str, section: type[Section], field: FieldInfo, call: Call) -> Column:
    kinds = _kinds(field)
    words = wording(call.questions, section, name.rpartition("/")[2])
    return Column(
        name=name,
        title=field.title or name,
        help=field.description or "",
        options=words.options or _options(name, kinds),
        is_date=date in kinds,
        longest=TEXT_MAX if name in _LONG or words.kind in _LONG_KINDS else LINE_MAX,
        words=words,
        kinds=kinds,
    )


def _question(kind: type[Section], name: str) -> tuple[type[Section], FieldInfo] | None:
    """The kind of section that asks a column's question, and the question; None if none does."""
    *groups, last = name.split("/")
    for step in groups:
        if step not in kind.model_fields:
            return None
        kind = kind_of(kind.model_fields[step])
    return (kind, kind.model_fields[last]) if last in kind.model_fields else None


def _kinds(field: FieldInfo) -> tuple[Any, ...]:
    return get_args(field.annotation) or (field.annotation,)


def _choice(kinds: tuple[Any, ...]) -> type[Choice] | None:
    choices = (kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Choice))
    return next(choices, None)


def _options(name: str, kinds: tuple[Any, ...]) -> tuple[str, ...]:
    if name == "province":
        return PROVINCES
    if bool in kinds:
        return (YES, NO)
    choice = _choice(kinds)
    return tuple(option.label for option in choice) if choice else ()
