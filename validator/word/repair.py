"""Checks a rendered part in one pass of expat, and repairs what loops and conditions left behind.

Repairs are splices into the bytes of the part. A tree of elements would not do: written again, the
part would have other namespace prefixes and lack those that only ``mc:Ignorable`` names, and Word
would call the file damaged.
"""

import re
from typing import Final
from xml.parsers import expat

from validator.word.errors import DuplicateBookmarkError, EmptyTableError, MalformedXmlError
from validator.word.splices import Splice, spliced
from validator.word.table import Table

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing docPr"
_ID: Final = re.compile(rb'\bid="[^"]*"')
_FIRST_ID: Final = 1001  # The first number that docxtpl gives, whose documents are to be equal.
_NEARBY: Final = 120


def repaired(part: str, xml: bytes, *, body: bool) -> bytes:
    """Check a rendered part and repair what a loop or condition may have left behind.

    Args:
        part: The name of the part, for messages.
        xml: The rendered part.
        body: Whether the part is the document's body, in which table grids and drawing ids are
            repaired. A cell without a paragraph gets one in every part.

    Returns:
        The part, in which all bytes outside the repairs are as before.

    Raises:
        MalformedXmlError: The part is not well-formed.
        EmptyTableError: A table has no rows.
        DuplicateBookmarkError: A bookmark name occurs twice.
    """
    return _Reader(part, xml, body=body).repaired()


class _Reader:
    """Follows tables, bookmarks and drawings through a part, and notes the splices to make."""

    def __init__(self, part: str, xml: bytes, *, body: bool) -> None:
        self._part, self._xml, self._body = part, xml, body
        self._splices: list[Splice] = []
        self._path: list[str] = []
        self._tables: list[Table] = []
        self._bare_cells: list[bool] = []
        self._bookmarks: set[str] = set()
        self._drawings = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def repaired(self) -> bytes:
        try:
            self._parser.Parse(self._xml, True)  # noqa: FBT003 - expat takes it by position only
        except expat.ExpatError as error:
            at = self._parser.ErrorByteIndex
            near = self._xml[max(0, at - _NEARBY) : at + _NEARBY // 2].decode(errors="ignore")
            raise MalformedXmlError(self._part, str(error), near) from None
        return spliced(self._xml, self._splices)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if parent == _W + "tc":
            self._note_content(name)
        if name == _DRAWING and self._body:
            self._number_drawing()
        if not name.startswith(_W):
            return
        match name[len(_W) :]:
            case "tbl":
                self._tables.append(Table())
            case "tr":
                self._tables[-1].open_row()
            case "tc":
                self._tables[-1].add_cell()
                self._bare_cells.append(True)
            case "gridSpan":
                self._tables[-1].span(int(attributes[_W + "val"]))
            case "gridCol" if parent == _W + "tblGrid":
                self._tables[-1].add_column(self._tag_span(), attributes.get(_W + "w"))
            case "bookmarkStart":
                self._note_bookmark(attributes.get(_W + "name", ""))

    def _end(self, name: str) -> None:
        self._path.pop()
        at = self._parser.CurrentByteIndex
        match name.removeprefix(_W):
            case "tc":
                if self._bare_cells.pop() and self._xml[at : at + 2] == b"</":
                    self._splices.append(Splice(at, at, b"<w:p/>"))
            case "tblGrid" if self._tables:
                self._tables[-1].grid_end = at
            case "tbl":
                self._close_table()

    def _close_table(self) -> None:
        table = self._tables.pop()
        if not table.rows:
            raise EmptyTableError(self._part)
        if self._body:
            self._splices += table.grid_splices()
        if self._tables:
            self._tables[-1].adopt(table)

    def _note_content(self, name: str) -> None:
        # Word calls a file damaged in which a cell has no paragraph after its last nested table.
        # The paragraph may stand inside a content control.
        match name.removeprefix(_W):
            case "p" | "sdt" | "customXml":
                self._bare_cells[-1] = False
            case "tbl":
                self._bare_cells[-1] = True

    def _note_bookmark(self, name: str) -> None:
        if name in self._bookmarks:
            raise DuplicateBookmarkError(self._part, name)
        self._bookmarks.add(name)

    def _number_drawing(self) -> None:
        start, end = self._tag_span()
        found = _ID.search(self._xml, start, end)
        if found:
            number = b'id="%d"' % (_FIRST_ID + self._drawings)
            self._splices.append(Splice(found.start(), found.end(), number))
        self._drawings += 1

    def _tag_span(self) -> tuple[int, int]:
        start = self._parser.CurrentByteIndex
        return start, self._xml.index(b">", start) + 1
