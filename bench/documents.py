"""What a Word document says: for comparing ours with a peer's."""

import io

from docx import Document
from docx.oxml.ns import qn


def texts(document: bytes) -> list[str]:
    """The text of every paragraph; a tab may be a letter or an element."""
    body = Document(io.BytesIO(document)).element.body
    return [
        "".join(text.text or "" for text in paragraph.iter(qn("w:t"))).replace("\t", "")
        for paragraph in body.iter(qn("w:p"))
    ]
