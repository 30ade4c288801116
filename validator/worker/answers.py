"""What requests are answered with, by its fields. `html` is escaped: it can be shown as it is.

The page's own types are generated from these (`make wire`).
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
        name: what it is called, with its ending.
        content: its bytes.
    """

    name: str
    content: bytes


class Refusal(TypedDict):
    """Why a request was refused, in Chinese: any request can be answered with it."""

    error: str


class Pong(TypedDict):
    """The text of the request."""

    pong: str


class Rendered(TypedDict):
    """Words to show in the page."""

    html: str


class FormProblem(TypedDict):
    """A problem as it stands beside its question: at which place, and what is wrong."""

    pointer: str
    message: str


class SectionState(TypedDict):
    """How far a section is, as a code and in words."""

    pointer: str
    state: State
    label: str


class Checked(Rendered):
    """What a check found, while the draft is filled in.

    Attributes:
        problems: no more than the form can mark.
        moot: the places of questions that cannot matter any more.
        summary: one sentence.
        counts_html: how many findings there are of each status.
    """

    problems: list[FormProblem]
    sections: list[SectionState]
    moot: list[str]
    summary: str
    counts_html: str


class PreChecked(Rendered):
    """What a pre-check found; `problems` and `summary` as in `Checked`."""

    problems: list[FormProblem]
    summary: str


class DraftAnswer(TypedDict):
    """A draft for the form."""

    draft: dict[str, Any]


class Opened(DraftAnswer, Rendered):
    """A draft out of a file.

    Attributes:
        warning: how many answers are wrong; empty when none is.
        html: what else is to be said of the file; empty when nothing is.
    """

    warning: str


class Imported(Rendered):
    """The members of a draft with those of a table.

    Attributes:
        members: as a draft's JSON.
        taken: how many members the table has told of; with none the draft's are as they were.
        whole: whether all that the table says could be used.
    """

    members: list[Any]
    taken: int
    whole: bool
