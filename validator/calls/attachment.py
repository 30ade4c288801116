"""An attachment (附件) as a call states it: which document is filled, and from which template."""

from __future__ import annotations

from pydantic import Field

from validator.calls.data import Data

REPORT = "self_check_report"
"""The name of the report of a check, which is filled as a document for every call."""


class Attachment(Data):
    """A document that can be made.

    Attributes:
        name: The identifier, in Latin letters; the document's address on the site ends with it.
        title: What the notice calls the document.
        file_name: The name under which the document is downloaded.
        position: The clause that asks for the document, e.g. 三（二）1; empty where none does.
        template: The file name of the Word template.
        issued: Whether the notice issued a form for the document (附件1, 附件2).
        official: Whether the layout is that of the issued form; else it is reconstructed here.
        purpose: What the document is for, in a sentence.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    file_name: str = Field(pattern=r'^[^\\/:*?"<>|]+\.docx$')
    position: str
    template: str = Field(pattern=r'^[^\\/:*?"<>|~][^\\/:*?"<>|]*\.docx$')
    issued: bool
    official: bool
    purpose: str

    @property
    def layout(self) -> str:
        """Return where the layout comes from, in Chinese."""
        if self.official:
            return "官方版式"
        return "重构版式，以官方文件为准" if self.issued else "参考版式，通知未给格式"
