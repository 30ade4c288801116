"""Packs and unpacks zip packages; the same parts always give the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_FIRST: Final = ("[Content_Types].xml", "_rels/.rels")
"""The parts that readers of Office files expect first."""


def pack(parts: Mapping[str, bytes], *, compress: bool = True) -> bytes:
    """Zip parts with fixed order, dates and attributes.

    Args:
        parts: Contents by name.
        compress: Whether to deflate the parts; a package that is compressed as a whole later
            stores them.

    Returns:
        The package, whose bytes depend on nothing but the parts and the build of zlib.
    """
    buffer = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", method, compresslevel=9 if compress else None) as archive:
        for name in sorted(parts, key=_position):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = method
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def unpack(package: bytes) -> dict[str, bytes]:
    """Return the parts of a zip package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _position(name: str) -> tuple[bool, bool, str]:
    return name != _FIRST[0], name != _FIRST[1], name
