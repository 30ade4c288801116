"""What the page may ask, by its fields. A request that does not fit is a mistake of the page.

The page's own types are generated from these models (`make wire`).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from validator import views
from validator.calls import DEFAULT
from validator.characters import whole


def _whole(text: object) -> object:
    """Put the replacement character for half a character, which UTF-8 does not carry."""
    return whole(text) if isinstance(text, str) else text


def _owned(content: object) -> object:
    """Copy what lies in the browser's buffer, which pydantic does not take for bytes."""
    return bytes(content) if isinstance(content, memoryview) else content


Text = Annotated[str, BeforeValidator(_whole)]
"""What a visitor typed or pasted."""
Content = Annotated[bytes, BeforeValidator(_owned), Field(strict=True)]
"""A file's bytes."""


class Request(BaseModel):
    """What all requests have in common: a field that nobody knows is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Begin(Request):
    """What a page says once, as it starts.

    Attributes:
        call: the id of the call that the page is about.
        links: where, seen from the page, the pages stand that results link to.
    """

    call: str = DEFAULT
    links: views.Links


class Ping(Request):
    """A sign of life, answered with the same text."""

    text: str = ""


class Draft(Request):
    """A draft.

    Attributes:
        draft: JSON text, as a draft's file holds it.
    """

    draft: str


class Check(Draft):
    """A draft while it is filled in.

    Attributes:
        editing: the place of the answer that is being typed: its problem is not told yet.
    """

    editing: str = ""


class PreCheckAnswers(Request):
    """The answers of a pre-check.

    Attributes:
        answers: JSON text.
    """

    answers: str


class PreCheck(PreCheckAnswers):
    """The answers of a pre-check while it is filled in.

    Attributes:
        editing: as in `Check`.
    """

    editing: str = ""


class Example(Request):
    """A synthetic draft.

    Attributes:
        minimal: whether it is to be a small one.
    """

    minimal: bool = False


class OpenFile(Request):
    """A file that may hold a draft."""

    content: Content


class Package(Draft):
    """A draft to be put into documents.

    Attributes:
        clean: whether the documents carry no draft.
    """

    clean: bool = False


class Fill(Package):
    """A draft to be put into one document.

    Attributes:
        name: an attachment's.
    """

    name: str


class Preview(Draft):
    """A draft to be looked at in one document.

    Attributes:
        name: an attachment's.
    """

    name: str


class Import(Draft):
    """A table of members, and the draft whose members it goes into.

    Attributes:
        draft: JSON text; nothing but its members is read.
        content: an .xlsx file; without one `text` is read.
        text: rows as they were pasted.
        replace: whether members that the table does not name go.
    """

    content: Content | None = None
    text: Text = ""
    replace: bool = False
