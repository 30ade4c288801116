"""Lists the paragraphs of a template, each with words by which the author finds it in Word."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

_SHOWN: Final = 30
_PARTS: Final = {
    RELATIONSHIP_TYPE.HEADER: "页眉",
    RELATIONSHIP_TYPE.FOOTER: "页脚",
    RELATIONSHIP_TYPE.FOOTNOTES: "脚注",
}


@dataclass(frozen=True)
class Place:
    """Where a paragraph stands.

    Attributes:
        words: The place in Chinese, such as 正文第 2 个表格第 3 行第 1 格.
        text: The paragraph's text.
        table: The innermost table around the paragraph, or None.
        row: The innermost table row, or None.
        cell: The innermost table cell; for a paragraph in no table, the root of the body, header,
            footer or notes.
    """

    words: str
    text: str
    table: object | None
    row: object | None
    cell: object

    def __str__(self) -> str:
        """Return the words and the beginning of the text."""
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN] + "…"
        return f"{self.words}（“{shown}”）"


def places(document: Document) -> Iterator[Place]:
    """Yield all paragraphs: of the body first, then of headers, footers and footnotes."""
    yield from _of_part("正文", document.element.body)
    for relation in document.part.rels.values():
        words = _PARTS.get(relation.reltype)
        if words:
            yield from _of_part(words, _root(relation.target_part))


def _root(part: Part) -> etree._Element:
    return etree.fromstring(part.blob)


def _of_part(words: str, root: etree._Element) -> Iterator[Place]:
    tables = {table: n for n, table in enumerate(root.iter(qn("w:tbl")), 1)}
    seen: Counter[object] = Counter()
    for paragraph in root.iter(qn("w:p")):
        cell = _nearest(paragraph, "w:tc")
        container = root if cell is None else cell
        seen[container] += 1
        row, table = _nearest(paragraph, "w:tr"), _nearest(paragraph, "w:tbl")
        where = words
        if cell is None:
            where += f"第 {seen[container]} 段"
        else:
            where += f"第 {tables[table]} 个表格第 {_index(row)} 行第 {_index(cell)} 格"
        yield Place(where, _text(paragraph), table, row, container)


def _nearest(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(qn(name)), None)


def _index(element: etree._Element) -> int:
    return sum(1 for _ in element.itersiblings(element.tag, preceding=True)) + 1


def _text(paragraph: etree._Element) -> str:
    own = (t for t in paragraph.iter(qn("w:t")) if _nearest(t, "w:p") is paragraph)
    return "".join(t.text or "" for t in own)
