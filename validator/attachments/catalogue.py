"""The attachments that can be made."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from validator.attachments.errors import UnknownAttachmentError


@dataclass(frozen=True)
class Attachment:
    """A document that can be made.

    Attributes:
        name: Identifier, the same in every language.
        title: What the notice calls it.
        file_name: Under which it is downloaded.
        position: The clause that asks for it, such as 三（二）1; empty where none does.
        template: Its Word template's file name.
        issued: Whether the notice issued a form for it (附件1, 附件2).
        official: Whether the layout is the issued form; else it is reconstructed from the notice.
        purpose: What it is for, in a sentence.
        handed_in: Whether it goes into the submission; else it is for the applicant to keep.
    """

    name: str
    title: str
    file_name: str
    position: str
    template: str
    issued: bool
    official: bool
    purpose: str
    handed_in: bool = True

    @property
    def layout(self) -> str:
        """Where the layout comes from, in Chinese."""
        if self.official:
            return "官方版式"
        return "重构版式，以官方文件为准" if self.issued else "参考版式，通知未给格式"


def _read() -> tuple[Attachment, ...]:
    text = files("validator.attachments").joinpath("catalogue.toml").read_text("utf-8")
    return tuple(Attachment(**entry) for entry in tomllib.loads(text)["attachments"])


_CATALOGUE: Final = _read()


def documents() -> tuple[Attachment, ...]:
    """Return every document that can be made."""
    return _CATALOGUE


def available() -> tuple[Attachment, ...]:
    """Return what is handed in, in the order in which it is bound: cover first."""
    return tuple(known for known in _CATALOGUE if known.handed_in)


def attachment(name: str) -> Attachment:
    """Return the attachment of this name.

    Raises:
        UnknownAttachmentError: There is none.
    """
    for known in _CATALOGUE:
        if known.name == name:
            return known
    raise UnknownAttachmentError(name)
