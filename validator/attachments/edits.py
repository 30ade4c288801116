"""Where a document differs from the draft it carries: what a person edited in Word since."""

import difflib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET  # read only; DTDs are refused before it sees a byte

from validator.attachments.errors import NotADocumentError

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY: Final = "word/document.xml"
_BODY_MAX: Final = 50_000_000
_AS_TEXT: Final = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " "}


@dataclass(frozen=True)
class Edit:
    """A passage that was changed: what the draft gives, and what the document says now."""

    draft: str
    document: str


def edits(document: bytes, expected: bytes) -> tuple[Edit, ...]:
    """Compare the visible text of two documents, paragraph by paragraph.

    Args:
        document: The document as it came back.
        expected: The same attachment, filled anew from the draft it carries.

    Raises:
        NotADocumentError: The document has no readable body.
    """
    ours, theirs = list(_paragraphs(expected)), list(_paragraphs(document))
    blocks = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return tuple(
        Edit("\n".join(ours[i:j]), "\n".join(theirs[k:n]))
        for what, i, j, k, n in blocks
        if what != "equal"
    )


def _paragraphs(document: bytes) -> Iterator[str]:
    for paragraph in _body(document).iter(f"{_W}p"):
        pieces = (
            (run.text or "") if run.tag == f"{_W}t" else _AS_TEXT.get(run.tag, "")
            for run in paragraph.iter()
        )
        text = re.sub(r"\s+", " ", "".join(pieces)).strip()
        if text:
            yield text


def _body(document: bytes) -> ET.Element:
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            if archive.getinfo(_BODY).file_size > _BODY_MAX:
                raise NotADocumentError
            content = archive.read(_BODY)
        if b"<!DOCTYPE" in content:
            raise NotADocumentError
        return ET.fromstring(content)  # noqa: S314 - no DTD, bounded size
    except (zipfile.BadZipFile, KeyError, ET.ParseError, NotImplementedError, RuntimeError):
        raise NotADocumentError from None
