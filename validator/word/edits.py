"""Finds where people edited a document in Word, so that its text differs from its draft."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET  # safe: `foreign` has checked all XML that is read here

from validator import foreign
from validator.word.differences import differences
from validator.word.errors import NotADocumentError

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P: Final = f"{_W}p"
_BODY: Final = "word/document.xml"
_BOUNDS: Final = foreign.Bounds(size=50_000_000, tags=1_000_000)
"""Bounds twenty times the size of an application form with three hundred members."""
_AS_TEXT: Final = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " "}


@dataclass(frozen=True)
class Edit:
    """A passage that was changed: the text that the draft gives, and the document's text."""

    draft: str
    document: str


def edits(document: bytes, expected: bytes) -> tuple[Edit, ...] | None:
    """Compare the visible text of two documents, paragraph by paragraph.

    Args:
        document: The bytes of the opened document.
        expected: The bytes of the same attachment, filled again from the draft in the document.

    Returns:
        The passages that differ; `None` where the document holds too much to be compared.

    Raises:
        NotADocumentError: The document has no readable body.
    """
    try:
        ours, theirs = _paragraphs(expected), _paragraphs(document)
    except foreign.OverfullError:
        return None
    return tuple(
        Edit("\n".join(ours[i:j]), "\n".join(theirs[k:n]))
        for i, j, k, n in differences(ours, theirs)
    )


def _paragraphs(document: bytes) -> list[str]:
    """Return the paragraphs with text; one nested in another, as in a text box, comes before it."""
    said = (re.sub(r"\s+", " ", text).strip() for text in _texts(_body(document)))
    return [text for text in said if text]


def _texts(body: bytes) -> Iterator[str]:
    """Yield each paragraph's text where the paragraph ends, in one walk of the XML."""
    around: list[list[str]] = []
    for event, element in ET.iterparse(io.BytesIO(body), ("start", "end")):  # noqa: S314 - no DTD, bounded size and depth
        if event == "start":
            if element.tag == _P:
                around.append([])
        elif element.tag == _P:
            yield "".join(around.pop())
        elif around:
            text = element.text if element.tag == f"{_W}t" else _AS_TEXT.get(element.tag)
            around[-1].append(text or "")


def _body(document: bytes) -> bytes:
    try:
        found = foreign.parts(document, _BODY.__eq__, _BOUNDS)
    except foreign.UnreadableError:
        raise NotADocumentError from None
    if _BODY not in found:
        raise NotADocumentError
    return found[_BODY]
