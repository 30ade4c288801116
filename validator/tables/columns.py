"""The columns of the members' table, made from the questions that members are asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, get_args

from pydantic.fields import FieldInfo

from validator.application import Member
from validator.application.base import Choice, Section
from validator.application.choices import Tier
from validator.application.names import same_name
from validator.application.places import kind_of
from validator.application.text import LINE_MAX, TEXT_MAX
from validator.application.wording import wording
from validator.calls import Call, Wording
from validator.chinese import NO, YES, yes_no
from validator.reference import PROVINCES

# The questions that have a column, in the table's order; others are answered on the page alone.
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
_SHORTER: Final = {"tier": {"核心": Tier.CORE, "一般": Tier.ORDINARY}}
"""What people write for an answer, beside its own words."""


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
    """

    name: str
    title: str
    help: str
    options: tuple[str, ...]
    is_date: bool
    longest: int

    def words(self, call: Call) -> Wording:
        """What a call says of the question: its clause, and what is to be written."""
        return wording(call.questions, *_question(self.name))

    def answer(self, text: str) -> Any:  # noqa: ANN401 - whatever the question takes
        """Return the answer's JSON value for a cell's text; a text that is no option as it is."""
        kinds = _kinds(_field(self.name))
        if bool in kinds:
            return _said(text, {YES: True, NO: False})
        choice = _choice(kinds)
        if choice is not None:
            shorter = _SHORTER.get(self.name, {})
            answers = {option.label: option.value for option in choice}
            return _said(text, answers | {word: one.value for word, one in shorter.items()})
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
        return str(value)


def _said(text: str, answers: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever is answered
    """Return the answer whose words look the same as the text; else the text."""
    return next((answer for words, answer in answers.items() if same_name(words, text)), text)


def columns() -> tuple[Column, ...]:
    """Return the columns of the members' table, in order."""
    return tuple(map(_column, _NAMES))


def _column(name: str) -> Column:
    field = _field(name)
    kinds = _kinds(field)
    return Column(
        name=name,
        title=field.title or name,
        help=field.description or "",
        options=_options(name, kinds),
        is_date=date in kinds,
        longest=TEXT_MAX if name in ("task", "rights", "duties", "research_level") else LINE_MAX,
    )


def _field(name: str) -> FieldInfo:
    kind, question = _question(name)
    return kind.model_fields[question]


def _question(name: str) -> tuple[type[Section], str]:
    """The kind of section that asks a column's question, and the question's name in it."""
    *groups, last = name.split("/")
    kind: type[Section] = Member
    for step in groups:
        kind = kind_of(kind.model_fields[step])
    return kind, last


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
