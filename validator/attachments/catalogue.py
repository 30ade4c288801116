"""The list of the documents that can be made, read from catalogue.toml."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from validator.attachments.errors import UnknownAttachmentError


@dataclass(frozen=True)
class Attachment:
    """A document that can be made.

    Attributes:
        name: The identifier, in Latin letters.
        title: What the notice calls the document.
        file_name: The name under which the document is downloaded.
        position: The clause that asks for the document, e.g. 三（二）1; empty where none does.
        template: The file name of the Word template.
        issued: Whether the notice issued a form for the document (附件1, 附件2).
        official: Whether the layout is that of the issued form; else it is reconstructed here.
        purpose: What the document is for, in a sentence.
        handed_in: Whether the document is handed in; else the applicant keeps it.
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
        """Where the layout comes from, in Chinese words for people."""
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
    """Return the documents that are handed in, in the order in which they are bound."""
    return tuple(known for known in _CATALOGUE if known.handed_in)


def attachment(name: str) -> Attachment:
    """Return the attachment of this name.

    Raises:
        UnknownAttachmentError: No attachment has this name.
    """
    for known in _CATALOGUE:
        if known.name == name:
            return known
    raise UnknownAttachmentError(name)
