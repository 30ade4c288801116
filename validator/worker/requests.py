"""The models of the page's requests; a request that does not fit is a mistake in the page's script.

`make wire` generates the page's own types from these models.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from validator import views
from validator.calls import DEFAULT
from validator.characters import whole


def _whole(text: object) -> object:
    """Replace each lone surrogate (half a character), which UTF-8 cannot hold."""
    return whole(text) if isinstance(text, str) else text


def _owned(content: object) -> object:
    """Copy bytes out of a JavaScript buffer, which pydantic does not accept as bytes."""
    return bytes(content) if isinstance(content, memoryview) else content


Text = Annotated[str, BeforeValidator(_whole)]
"""A text that a visitor typed or pasted."""
Content = Annotated[bytes, BeforeValidator(_owned), Field(strict=True)]
"""A file's bytes."""


class Request(BaseModel):
    """The base of all requests; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Begin(Request):
    """What a page says once, as it starts.

    Attributes:
        call: the id of the call that the page is about.
        links: the addresses, relative to the page, of the pages that results link to.
        folder: the call's folder as a zip; None for a call that is packaged with the program.
    """

    call: str = DEFAULT
    links: views.Links
    folder: Content | None = None


class Ping(Request):
    """A request that shows that Python answers; the answer has the same text."""

    text: str = ""


class Draft(Request):
    """A draft.

    Attributes:
        draft: the JSON text of a draft file.
    """

    draft: str


class Check(Draft):
    """A draft while it is filled in.

    Attributes:
        editing: the place of the answer that is being typed, whose problem is not told yet.
    """

    editing: str = ""


class PreCheckAnswers(Request):
    """The answers of a pre-check.

    Attributes:
        answers: the JSON text of a `PreCheck` (`validator.precheck`).
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
        minimal: whether the draft is to be a small one.
    """

    minimal: bool = False


class OpenFile(Request):
    """A file that may hold a draft."""

    content: Content


class Package(Draft):
    """A draft to be put into documents.

    Attributes:
        clean: whether to leave the draft out of the documents.
    """

    clean: bool = False


class Fill(Package):
    """A draft to be put into one document.

    Attributes:
        name: the attachment's name.
    """

    name: str


class Preview(Draft):
    """A draft to be shown as one document.

    Attributes:
        name: the attachment's name.
    """

    name: str


class Import(Draft):
    """A table of members to be imported into a draft.

    Attributes:
        draft: the JSON text of the draft, of which only the members are read.
        content: the bytes of an .xlsx; None to read `text`.
        text: rows pasted from a spreadsheet.
        replace: whether to remove members that the table does not name.
    """

    content: Content | None = None
    text: Text = ""
    replace: bool = False
