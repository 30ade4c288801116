"""Reads the text of a Word document, to compare the validator's with a peer's."""

import io

from docx import Document
from docx.oxml.ns import qn


def texts(document: bytes) -> list[str]:
    """Return every paragraph's text without tabs, which may be characters or elements."""
    body = Document(io.BytesIO(document)).element.body
    return [
        "".join(text.text or "" for text in paragraph.iter(qn("w:t"))).replace("\t", "")
        for paragraph in body.iter(qn("w:p"))
    ]
