"""The files of a call's folder, which may lie on a disk or in a .zip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
        for path, entry in files(folder):
            file = Path(place, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(entry.read_bytes())
        yield Path(place)


def files(
    folder: Traversable, left_out: Callable[[str], object] = lambda _: False
) -> Iterator[tuple[str, Traversable]]:
    """Yield the files of a folder and of those in it, each with its path, by name.

    Args:
        folder: the folder.
        left_out: whether to pass over a file or a whole folder, by its path.
    """
    yield from _below(folder, "", left_out)


def _below(
    folder: Traversable, above: str, left_out: Callable[[str], object]
) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda it: it.name):
        path = f"{above}{entry.name}"
        if left_out(path):
            continue
        if entry.is_dir():
            yield from _below(entry, f"{path}/", left_out)
        else:
            yield path, entry


def is_aside(path: str) -> bool:
    """Whether a file is one that systems and editors keep beside what a person writes."""
    return path.rpartition("/")[2].startswith((".", "~"))
