"""Reads packages (.docx, .xlsx, .zip) that strangers made, within bounds.

The readers of a package keep its parts in memory, and some follow the nesting of XML on the
machine's stack, where deep nesting ends the browser's Python. So every part is inflated and looked
through here, before any other reader gets it.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar
from xml.parsers import expat

PARTS_MAX: Final = 2_000
DEPTH_MAX: Final = 100
"""The deepest nesting of XML elements that is read; Word's own documents nest about thirty deep."""
ENTRY: Final = b"PK\x01\x02"
"""The first bytes of every entry in a package's central directory."""
METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The compression methods that are read; office programs write no other."""
DAMAGES: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError),
    *(ValueError, LookupError, ArithmeticError),  # on senseless fields
)
"""What zipfile raises on a damaged package, and on one that it cannot read."""


_Read = TypeVar("_Read")


class UnreadableError(ValueError):
    """The bytes are no package, a damaged one, or one that no office program writes."""


class OverfullError(ValueError):
    """A package holds more than the bounds allow."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that may be read of a package.

    Attributes:
        size: the bytes of all parts that are read, inflated.
        tags: the number of `<` in those parts; every element has one or two.
    """

    size: int
    tags: int


def names(content: bytes) -> tuple[str, ...]:
    """Return the names of a package's files, in order; raises what `files` raises."""
    return tuple(_opened(content, lambda package: dict.fromkeys(package.namelist())))


def files(content: bytes, wanted: Callable[[str], object], size: int) -> dict[str, bytes]:
    """Return files of a package by name; their content is not looked through.

    Args:
        content: the package's bytes.
        wanted: whether to read a file, by its name; other files are not inflated.
        size: the most bytes to read, inflated.

    Raises:
        UnreadableError: the package is damaged, or is none.
        OverfullError: the wanted files are larger than `size`.
    """

    def read(package: zipfile.ZipFile) -> dict[str, bytes]:
        left = size
        found: dict[str, bytes] = {}
        for name in filter(wanted, dict.fromkeys(package.namelist())):
            found[name] = _inflated(package, name, left)
            left -= len(found[name])
        return found

    return _opened(content, read)


def parts(content: bytes, wanted: Callable[[str], object], bounds: Bounds) -> dict[str, bytes]:
    """Return parts of a package by name, each well-formed XML without a DTD, within bounds.

    Args:
        content: the package's bytes.
        wanted: whether to read a part, by its name; other parts are not inflated.
        bounds: the most to read.

    Raises:
        UnreadableError: the package is damaged or is none, or a part is not such XML.
        OverfullError: the wanted parts hold more than `bounds` allow.
    """
    found = files(content, wanted, bounds.size)
    tags = bounds.tags
    for part in found.values():
        tags -= part.count(b"<")
        _look_through(part, tags)
    return found


def _opened(content: bytes, read: Callable[[zipfile.ZipFile], _Read]) -> _Read:
    """Return what `read` returns of a package; any damage raises `UnreadableError`."""
    if content.count(ENTRY) > PARTS_MAX:  # zipfile would make an object for each entry.
        raise OverfullError
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return read(package)
    except (UnreadableError, OverfullError):
        raise
    except DAMAGES:
        raise UnreadableError from None


def _inflated(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return a part's bytes, at most `most`: the size that a package states may be wrong."""
    if package.getinfo(name).compress_type not in METHODS:
        raise UnreadableError
    with package.open(name) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise OverfullError
    return content


def _look_through(xml: bytes, tags_left: int) -> None:
    """Refuse XML that is too full, too deep or has a DTD; expat keeps no nesting on the stack."""
    if tags_left < 0:
        raise OverfullError
    depth = 0

    def open_element(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH_MAX:
            raise UnreadableError

    def close_element(*_: object) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        raise UnreadableError

    parser = expat.ParserCreate()
    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat takes it by position only
    except expat.ExpatError:
        raise UnreadableError from None
