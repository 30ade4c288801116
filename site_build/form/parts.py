"""The parts of a form: questions, groups of questions, and lists of rows."""

from __future__ import annotations

from dataclasses import dataclass

NEW_ROW = "-"
"""In a JSON pointer (RFC 6901), the row after the last one: here, a row that is not yet added."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose: the code that is saved and the words that people see."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Condition:
    """The condition on which a part is asked.

    Attributes:
        pointer: the place of the earlier answer.
        values: a JSON list of values as a draft writes them; null stands for no answer.
        asks: True to ask while the earlier answer is one of `values`, False to ask while not.
    """

    pointer: str
    values: str
    asks: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Anything with a place in an application, a title, and perhaps a clause that asks for it."""

    pointer: str
    title: str
    help: str
    clause: str


@dataclass(frozen=True, slots=True)
class Question(Part):
    """A question with one answer.

    Attributes:
        control: the macro of question.html.j2 that renders the question.
        type: how a draft saves the answer: a type of JSON Schema, with an `s` for a list of such.
        options: the answers to choose from; none where the answer is typed.
        example: an example of the answer.
        unit: the unit of a number.
        shown_if: the condition on which the question is asked; None to ask always.
        none_is_an_answer: whether an empty list is an answer, and not a missing one.
        limit: the most entries of an answer that is a list.
    """

    control: str
    type: str
    options: tuple[Option, ...] = ()
    example: str = ""
    unit: str = ""
    shown_if: Condition | None = None
    none_is_an_answer: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Group(Part):
    """A part of a section, or a row of a list."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Rows(Part):
    """A list of rows, to which people add whole rows.

    Attributes:
        pointer_of_row: the place of a new row.
        number: the words before and after a row's number.
        cells: the questions that tell rows apart, shown side by side.
        rest: the other parts of a row, shown when the row is unfolded.
        limit: the most rows.
        shown_if: the condition on which the list is asked.
    """

    pointer_of_row: str
    number: tuple[str, str]
    cells: tuple[Question, ...]
    rest: tuple[Part, ...]
    limit: int
    shown_if: Condition | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the form: a group or list, after the single questions before it in the model."""

    body: Group | Rows
    before: tuple[Question, ...]
