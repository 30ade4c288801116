"""Makes small Word documents for tests, as an author would type them in Word."""

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Row


def document() -> WordDocument:
    """Return an empty document."""
    return Document()


def saved(word: WordDocument) -> bytes:
    """Return a document's bytes."""
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def paragraphs(*texts: str) -> bytes:
    """Return a document with a paragraph for each text."""
    word = document()
    for text in texts:
        word.add_paragraph(text)
    return saved(word)


def table(*rows: Sequence[str]) -> bytes:
    """Return a document of one table."""
    word = document()
    add_table(word, *rows)
    return saved(word)


def texts(filled: bytes) -> list[str]:
    """Return the texts of the body's paragraphs."""
    return [paragraph.text for paragraph in Document(io.BytesIO(filled)).paragraphs]


def everything(filled: bytes) -> str:
    """Return all text of the body, tables included, with a line for each element `w:t`."""
    stretches = Document(io.BytesIO(filled)).element.body.iter(qn("w:t"))
    return "\n".join(stretch.text or "" for stretch in stretches)


def add_table(word: WordDocument, *rows: Sequence[str]) -> Table:
    """Add a table; every row has as many cells as the first."""
    made = word.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return made


def drop_cells(row: _Row, first: int) -> None:
    """Remove a row's cells from number `first` on."""
    element = row._tr  # noqa: SLF001 - python-docx has no public way
    for cell in element.tc_lst[first:]:
        element.remove(cell)


def add_xml(word: WordDocument, xml: str) -> None:
    """Add a body element written as XML with the usual prefixes."""
    opening, rest = xml.split(">", 1)
    empty = opening.endswith("/")
    declared = f"{opening.rstrip('/')} {nsdecls('w', 'r', 'wp', 'a', 'pic')}"
    element = parse_xml(f"{declared}{'/' if empty else ''}>{rest}")
    word.element.body.insert(len(word.element.body) - 1, element)
