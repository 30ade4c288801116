"""Merges compiled layers into the members of one archive, with extension modules apart."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from browser_python.build.keep import Keep

_FLAGS = slice(4, 8)
_HASHED = {1, 3}
_HASHED_UNCHECKED = (1).to_bytes(4, "little")


@dataclass
class Merged:
    """The members of the merged archive, and the extension modules by import path."""

    members: dict[str, bytes] = field(default_factory=dict)
    extensions: dict[str, bytes] = field(default_factory=dict)


def merge(layers: Iterable[Path], keep: Keep) -> Merged:
    """Read every archive of the layers into one.

    Args:
        layers: Folders of compiled wheels and zips.
        keep: What stays.

    Returns:
        The members that the browser keeps, and the extension modules apart, since the browser
        compiles those while it downloads them. Bytecode is marked as never to be compared with a
        source, which the archive does not have.

    Raises:
        ValueError: Two archives hold the same file, or one holds source or stale bytecode.
    """
    merged = Merged()
    archives = [path for layer in layers for path in layer.iterdir()]
    for path in sorted(path for path in archives if path.suffix in {".whl", ".zip"}):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".so"):
                    merged.extensions[name] = archive.read(name)
                elif keep.keeps(name):
                    _add(merged.members, name, archive.read(name))
    return merged


def _add(members: dict[str, bytes], name: str, content: bytes) -> None:
    if name in members or name.endswith(".py"):
        message = f"{name} comes twice, or was not compiled"
        raise ValueError(message)
    members[name] = _unchecked(name, content) if name.endswith(".pyc") else content


def _unchecked(name: str, bytecode: bytes) -> bytes:
    if int.from_bytes(bytecode[_FLAGS], "little") not in _HASHED:
        message = f"{name} carries a time stamp instead of a hash"
        raise ValueError(message)
    return bytecode[: _FLAGS.start] + _HASHED_UNCHECKED + bytecode[_FLAGS.stop :]
