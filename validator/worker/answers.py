"""The types of answers to requests. `html` is escaped, so the page inserts it without a change.

`make wire` generates the page's own types from these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from typing_extensions import TypedDict

from validator.progress import State


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """A file to save.

    Attributes:
        name: the file's name, with its ending.
        content: the file's bytes.
    """

    name: str
    content: bytes


class Refusal(TypedDict):
    """Why a request was refused, in Chinese; an answer that any request can have."""

    error: str


class Pong(TypedDict):
    """The text of the request."""

    pong: str


class Rendered(TypedDict):
    """HTML to show in the page."""

    html: str


class FormProblem(TypedDict):
    """A problem that the form marks at its question: the question's place, and what is wrong."""

    pointer: str
    message: str


class SectionState(TypedDict):
    """How far a section of the form is, as a code and in Chinese."""

    pointer: str
    state: State
    label: str


class Checked(Rendered):
    """The result of a check while the draft is filled in.

    Attributes:
        problems: the problems, at most as many as the form can mark.
        sections: how far each section is.
        moot: the places of questions to which no answer can change a verdict.
        summary: the outcome in one sentence.
        counts_html: the number of findings in each group.
        html: the whole report.
    """

    problems: list[FormProblem]
    sections: list[SectionState]
    moot: list[str]
    summary: str
    counts_html: str


class PreChecked(Rendered):
    """The result of a pre-check; `problems` and `summary` as in `Checked`."""

    problems: list[FormProblem]
    summary: str


class DraftAnswer(TypedDict):
    """A draft for the form."""

    draft: dict[str, Any]


class Opened(DraftAnswer, Rendered):
    """A draft out of a file.

    Attributes:
        warning: a sentence on answers that cannot be used; empty when all can.
        html: where the file's document differs from its draft; empty for other files.
    """

    warning: str


class Imported(Rendered):
    """The members of a draft with those of a table.

    Attributes:
        members: the members as a draft's JSON.
        taken: the number of members that the table names; if 0, the draft's members are unchanged.
        whole: whether every cell of the table could be used.
    """

    members: list[Any]
    taken: int
    whole: bool
