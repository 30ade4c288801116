"""What the page may ask, by its fields. A request that does not fit is a mistake of the page."""

from __future__ import annotations

from pydantic import BaseModel

from validator import views
from validator.calls import DEFAULT


class Nothing(BaseModel):
    """No fields at all."""


class Ping(BaseModel):
    """A sign of life, answered with the same text."""

    text: str = ""


class Draft(BaseModel):
    """The JSON text of a draft."""

    draft: str


class Check(Draft):
    """`editing` is the place of the answer being typed: its problem is not told yet."""

    links: views.Links
    editing: str = ""


class PreCheck(BaseModel):
    """The JSON text of a pre-check's answers; `editing` as in `Check`."""

    answers: str
    links: views.PreCheckLinks
    notice: str = DEFAULT
    editing: str = ""


class Example(BaseModel):
    """A synthetic draft for a call; `minimal` is a small one."""

    notice: str = DEFAULT
    minimal: bool = False


class Open(BaseModel):
    """The text of a draft file."""

    text: str


class OpenFile(BaseModel):
    """`content` is the file in Base64; `notice` the call of the page that opens it."""

    content: str
    notice: str = DEFAULT


class Package(Draft):
    """`clean` leaves the draft out."""

    clean: bool = False


class Fill(Package):
    """`name` is an attachment's."""

    name: str


class Preview(Draft):
    """`name` is an attachment's."""

    name: str


class Import(Draft):
    """`content` is an .xlsx in Base64; without one `text` holds pasted rows."""

    content: str | None = None
    text: str = ""
    replace: bool = False
