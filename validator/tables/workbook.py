"""Reads the values of an .xlsx, without its styles.

Of the styles only those that show numbers as days are read, so a damaged or missing style costs no
other value. Elements are found by their local names, since the strict variant of the format has
other namespaces.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from xml.etree import ElementTree as ET  # safe: `foreign` has checked all XML that is read here

from validator import foreign
from validator.chinese import A_DAY, yes_no
from validator.tables.cells import Cell, Kind

_ROWS_KEPT: Final = 2_000  # further rows are only counted, further merged cells are passed over
_COLUMNS_MAX: Final = 16_384  # the most columns of a sheet in Excel
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
_PHANTOM_DAY: Final = 60
"""The serial number of 29 February 1900, a day that Excel counts and that never was.

Smaller serial numbers therefore count from a day later.
"""
_BUILT_IN_DAYS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NOT_OF_A_FORMAT: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


class WorkbookError(ValueError):
    """The bytes are no .xlsx, or one that is damaged or that no office program writes."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty: its number, and its filled cells by column; both count from 1."""

    number: int
    cells: dict[int, Cell]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """Merged cells: the first and last column, and the first and last row."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its filled rows in order, the number of further rows, and its merged cells."""

    name: str
    rows: tuple[Row, ...]
    more: int = 0
    merged: tuple[Merged, ...] = ()


class Workbook:
    """An .xlsx that is open for reading."""

    def __init__(self, content: bytes, bounds: foreign.Bounds) -> None:
        """Open the .xlsx with these bytes.

        Raises:
            WorkbookError: the content is no readable .xlsx.
            foreign.OverfullError: the content holds more than `bounds` allow.
        """
        with _failures_are_one():
            self._parts = foreign.parts(content, lambda it: it.endswith((".xml", ".rels")), bounds)
            place = self._related("", "/officeDocument").get("", "xl/workbook.xml")
            book = self._tree(place)
            sheets = self._related(place, "/worksheet", by_id=True)
            named = [(item.get("name", ""), _identifier(item)) for item in _all(book, "sheet")]
            self._places = {name: sheets[key] for name, key in named if key in sheets}
            is_1904 = any(_is_true(item.get("date1904")) for item in _all(book, "workbookPr"))
            self._epoch = _FIRST_DAY_1904 if is_1904 else _FIRST_DAY
            self._texts = self._shared_texts(place)
            self._days = self._day_styles(place)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the workbook's sheets, in order."""
        return tuple(self._places)

    def sheet(self, name: str) -> Sheet:
        """Read a sheet.

        Raises:
            WorkbookError: the sheet is damaged.
        """
        reader = _SheetReader(self)
        with _failures_are_one():
            self._feed(self._places[name], reader)
        return Sheet(name, tuple(reader.rows), reader.more, tuple(reader.merged))

    def day(self, serial: float) -> date | None:
        """Return the day of a serial number; None for a time of day, or a day after year 9999."""
        if serial < 1:
            return None
        early = self._epoch == _FIRST_DAY and serial < _PHANTOM_DAY
        try:
            return self._epoch + timedelta(days=int(serial) + early)
        except OverflowError:
            return None

    def text(self, number: str) -> str:
        """Return a text that cells share, by its number."""
        return self._texts[int(number)]

    def is_day(self, style: str) -> bool:
        """Whether cells of a style show numbers as days."""
        return int(style) in self._days

    def _shared_texts(self, place: str) -> list[str]:
        found = self._related(place, "/sharedStrings").get("")
        reader = _TextReader()
        if found is not None:
            self._feed(found, reader)
        return reader.texts

    def _day_styles(self, place: str) -> frozenset[int]:
        found = self._related(place, "/styles").get("")
        if found is None:
            return frozenset()
        styles = self._tree(found)
        formats = {
            item.get("numFmtId"): item.get("formatCode", "") for item in _all(styles, "numFmt")
        }
        cells = [item for group in _all(styles, "cellXfs") for item in _all(group, "xf")]
        kinds = [item.get("numFmtId", "0") for item in cells]
        return frozenset(place for place, kind in enumerate(kinds) if _shows_days(kind, formats))

    def _related(self, place: str, kind: str, *, by_id: bool = False) -> dict[str, str]:
        """Return the parts of a kind that a part refers to, by identifier; else one, under ""."""
        folder, name = posixpath.split(place)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        if listing not in self._parts:
            return {}
        found: dict[str, str] = {}
        for item in _all(self._tree(listing), "Relationship"):
            target = posixpath.join("/", folder, item.get("Target", ""))
            part = posixpath.normpath(target)[1:]
            if item.get("Type", "").endswith(kind) and part in self._parts:
                found[item.get("Id", "") if by_id else ""] = part
        return found

    def _tree(self, place: str) -> ET.Element:
        return self._feed(place, ET.TreeBuilder())

    def _feed(self, place: str, target: ET.TreeBuilder | _Target) -> ET.Element:
        parser = ET.XMLParser(target=target)  # noqa: S314 - no DTD, bounded size and depth
        parser.feed(self._parts[place])
        return parser.close()


@contextmanager
def _failures_are_one() -> Iterator[None]:
    """Turn any exception into `WorkbookError`: a foreign file can fail its readers in any way."""
    try:
        yield
    except foreign.OverfullError:
        raise
    except Exception:  # noqa: BLE001 - zipfile, zlib, expat and the code here raise many kinds
        raise WorkbookError from None


class _Target:
    """The base of the targets to which the XML parser reports; this one ignores all reports."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def data(self, text: str) -> None:
        """Take a text."""

    def close(self) -> None:
        """Take the end of the document."""


class _TextReader(_Target):
    """Reads the texts that cells share, without their phonetic guides (`rPh`)."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._is_text = self._is_aloud = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - the parser gives them
        name = _local(tag)
        self._is_aloud |= name == "rPh"
        self._is_text = name == "t" and not self._is_aloud

    def end(self, tag: str) -> None:
        name = _local(tag)
        self._is_text = False
        if name == "rPh":
            self._is_aloud = False
        if name == "si":
            self.texts.append("".join(self._parts))
            self._parts.clear()

    def data(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)


@dataclass
class _Open:
    """The cell that is being read."""

    column: int
    kind: str
    style: str
    value: list[str] = field(default_factory=list)
    has_formula: bool = False


class _SheetReader(_Target):
    """Reads the rows and merged cells of a sheet."""

    def __init__(self, book: Workbook) -> None:
        self.rows: list[Row] = []
        self.more = 0
        self.merged: list[Merged] = []
        self._book = book
        self._number = self._column = 0
        self._cell: _Open | None = None
        self._is_value = self._is_aloud = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        self._is_value = False
        if name == "row":
            self._number = int(float(attributes.get("r", self._number + 1)))
            self._column = 0
            self.rows.append(Row(self._number, {}, _is_true(attributes.get("hidden"))))
        elif name == "c":
            self._column = _column(attributes.get("r", ""), self._column + 1)
            kind, style = attributes.get("t", "n"), attributes.get("s", "0")
            self._cell = _Open(self._column, kind, style)
        elif name == "rPh":
            self._is_aloud = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif self._cell is not None:
            self._cell.has_formula |= name == "f"
            wanted = "t" if self._cell.kind == "inlineStr" else "v"
            self._is_value = name == wanted and not self._is_aloud

    def end(self, tag: str) -> None:
        name = _local(tag)
        self._is_value = False
        if name == "rPh":
            self._is_aloud = False
        elif name == "row":
            self._end_row()
        elif name == "c" and self._cell is not None:
            cell = self._finished(self._cell)
            if cell.text and self._cell.column <= _COLUMNS_MAX:
                self.rows[-1].cells[self._cell.column] = cell
            self._cell = None

    def data(self, text: str) -> None:
        if self._is_value and self._cell is not None:
            self._cell.value.append(text)

    def _end_row(self) -> None:
        if not self.rows[-1].cells:
            self.rows.pop()
        elif len(self.rows) > _ROWS_KEPT:
            self.rows.pop()
            self.more += 1

    def _merge(self, reference: str) -> None:
        found = _RANGE.fullmatch(reference)
        if found and len(self.merged) < _ROWS_KEPT:
            left, top, right, bottom = found.groups()
            self.merged.append(Merged(_number(left), int(top), _number(right), int(bottom)))

    def _finished(self, cell: _Open) -> Cell:
        text = "".join(cell.value).strip()
        if cell.kind == "e" or (cell.has_formula and not text and cell.kind != "str"):
            return Cell(text or "公式", Kind.NO_RESULT)
        if not text:
            return Cell("")
        if cell.kind == "s":
            return Cell(self._book.text(text).strip())
        if cell.kind == "b":
            return Cell(yes_no(_is_true(text)))
        if cell.kind == "d":
            return Cell(text[: len(A_DAY)], Kind.DAY)
        return self._numeric(text, cell.style) if cell.kind == "n" else Cell(text)

    def _numeric(self, text: str, style: str) -> Cell:
        value = float(text)
        day = self._book.day(value) if self._book.is_day(style) else None
        if day is not None:
            return Cell(day.isoformat(), Kind.DAY)
        return Cell(str(int(value)) if value.is_integer() else text, Kind.NUMBER)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _all(tree: ET.Element, name: str) -> Iterator[ET.Element]:
    return (item for item in tree.iter() if _local(item.tag) == name)


def _identifier(item: ET.Element) -> str:
    """Return the identifier (`r:id`) by which an element refers to another part."""
    return next((value for key, value in item.items() if key.endswith("}id")), "")


def _is_true(text: str | None) -> bool:
    return text in ("1", "true")


def _shows_days(kind: str, formats: dict[str | None, str]) -> bool:
    if kind not in formats:
        return kind.isdigit() and int(kind) in _BUILT_IN_DAYS
    shown = _NOT_OF_A_FORMAT.sub("", formats[kind].partition(";")[0]).lower()
    return shown != "general" and any(letter in shown for letter in "ymd")


def _column(reference: str, following: int) -> int:
    found = _REFERENCE.fullmatch(reference)
    return _number(found[1]) if found else following


def _number(letters: str) -> int:
    """Return a column's number for its letters: 1 for A."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
