"""Puts a call's folder that came in a .zip onto the disk, for tools that read files by path."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def on_disk(folder: Traversable) -> Iterator[Path]:
    """Give the path of a call's folder; the copy of a folder from a .zip is removed after use."""
    if isinstance(folder, Path):
        yield folder
        return
    with TemporaryDirectory() as place:
        for path, content in _contents(folder):
            file = Path(place, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield Path(place)


def _contents(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _contents(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.read_bytes()
