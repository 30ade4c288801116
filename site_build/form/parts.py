"""What a form is made of: questions, groups of them, and lists of rows."""

from __future__ import annotations

from dataclasses import dataclass

NEW_ROW = "-"
"""The step of a JSON pointer that names the row after the last (RFC 6901): a row not yet added."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose: the code that is saved and the words that people see."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Condition:
    """What is asked only while the answer at `pointer` is one of `values`, or only while it is not.

    `values` are a list in JSON, as the answers of a draft are written; null is no answer.
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
    """One answer. `control` names the macro that renders it, `type` how its value is saved.

    `limit` is how many words or numbers an answer that is a list may hold.
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
    """A list that grows by whole rows.

    `number` is what stands before and after a row's number; `cells` are the answers that tell
    rows apart, shown side by side; `rest` is what a row shows when it is unfolded.
    """

    pointer_of_row: str
    number: tuple[str, str]
    cells: tuple[Question, ...]
    rest: tuple[Part, ...]
    limit: int
    shown_if: Condition | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the form: a group or list, after the loose questions that lead up to it."""

    body: Group | Rows
    before: tuple[Question, ...]
