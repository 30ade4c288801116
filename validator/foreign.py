"""A stranger's package: bounded before any work, so that no reader has to trust it.

Whatever reads such a package afterwards keeps all of it in memory, and some of it follows the
nesting of its XML on the machine's stack, where too deep a nesting ends the browser's Python. So
no reader gets a part that was not inflated and looked through here.
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
"""Word's own documents nest about thirty deep."""
_ENTRY: Final = b"PK\x01\x02"  # begins every entry of a package's list of contents
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the only ones that Office writes


_Read = TypeVar("_Read")


class UnreadableError(ValueError):
    """No package, a damaged one, or one that is built as no office program builds it."""


class OverfullError(ValueError):
    """More than may be read at once."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What may be read of a package at most.

    Attributes:
        size: bytes of all the parts that are read, inflated.
        tags: how often `<` may stand in them: every element has one or two.
    """

    size: int
    tags: int


def names(content: bytes) -> tuple[str, ...]:
    """Return the names of a package's files, in order; raises as `files`."""
    return tuple(_opened(content, lambda package: dict.fromkeys(package.namelist())))


def files(content: bytes, wanted: Callable[[str], object], size: int) -> dict[str, bytes]:
    """Return files out of a package, whatever they are.

    Args:
        content: the package.
        wanted: tells by its name whether a file is to be read; no other is inflated.
        size: how many bytes may be read at most, inflated.

    Raises:
        UnreadableError: it cannot be read, or should not be.
        OverfullError: there is more in it than may be read.
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
    """Return parts of a package: well-formed XML without a DTD, not too much and not too deep.

    Args:
        content: the package.
        wanted: tells by its name whether a part is to be read; no other is inflated.
        bounds: what may be read at most.

    Raises:
        UnreadableError: it cannot be read, or should not be.
        OverfullError: there is more in it than `bounds` allow.
    """
    found = files(content, wanted, bounds.size)
    tags = bounds.tags
    for part in found.values():
        tags -= part.count(b"<")
        _look_through(part, tags)
    return found


def _opened(content: bytes, read: Callable[[zipfile.ZipFile], _Read]) -> _Read:
    """What is read of a package; whatever is spoilt in it is one answer."""
    if content.count(_ENTRY) > PARTS_MAX:  # before anybody makes an object of each
        raise OverfullError
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return read(package)
    except (UnreadableError, OverfullError):
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        raise UnreadableError from None
    except (ValueError, IndexError, LookupError, ArithmeticError):  # what zipfile says of nonsense
        raise UnreadableError from None


def _inflated(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    """A part's bytes, however many its package says that they are."""
    if package.getinfo(name).compress_type not in _METHODS:
        raise UnreadableError
    with package.open(name) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise OverfullError
    return content


def _look_through(xml: bytes, tags_left: int) -> None:
    """Refuse what a reader would come to grief with; expat itself needs no stack."""
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
