"""Where a document differs from the draft it carries: what a person edited in Word since."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET  # read only, and only what was looked through before

from validator import foreign
from validator.word.differences import differences
from validator.word.errors import NotADocumentError

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P: Final = f"{_W}p"
_BODY: Final = "word/document.xml"
_BOUNDS: Final = foreign.Bounds(size=50_000_000, tags=1_000_000)
"""A form with three hundred members has a twentieth of it."""
_AS_TEXT: Final = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " "}


@dataclass(frozen=True)
class Edit:
    """A passage that was changed: what the draft gives, and what the document says now."""

    draft: str
    document: str


def edits(document: bytes, expected: bytes) -> tuple[Edit, ...] | None:
    """Compare the visible text of two documents, paragraph by paragraph.

    Args:
        document: The document as it came back.
        expected: The same attachment, filled anew from the draft it carries.

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
    """The paragraphs that say something; one within another, as in a text box, stands before it."""
    said = (re.sub(r"\s+", " ", text).strip() for text in _texts(_body(document)))
    return [text for text in said if text]


def _texts(body: bytes) -> Iterator[str]:
    """Each paragraph's text as it ends: one walk, however paragraphs nest."""
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
