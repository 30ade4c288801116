"""Reads the files of a call, in whatever place the folder of the call is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from validator.calls.errors import CallError

MAIN = "call.toml"
"""The file that every folder of a call has, and no other folder."""
TEMPLATES = "templates"
"""The folder of the Word templates as people edit them; the wheel leaves it out."""
COMPILED = "compiled"
"""The folder of the compiled templates, which the build makes of the Word templates."""
_WORD, _PACKAGE = ".docx", ".zip"


class Folder:
    """The files of one call: in this package, elsewhere on a disk, or in an archive."""

    def __init__(self, root: Callable[[], Traversable]) -> None:
        """Take the function that finds the folder.

        Args:
            root: returns the folder. Called again for each file: in the browser the folder is in an
                archive, and the memory image cannot hold an open archive.
        """
        self._root = root

    @property
    def root(self) -> Traversable:
        """The folder itself."""
        return self._root()

    def text(self, name: str) -> str:
        """Return the text of a file.

        Raises:
            CallError: the file is missing or not UTF-8.
        """
        file = self.root.joinpath(name)
        if not file.is_file():
            message = f"{name}：通知的文件夹里没有这个文件，请补上，或核对文件名"
            raise CallError(message)
        try:
            return file.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            message = f"{name} 不是 UTF-8 编码：第 {error.start + 1} 个字节无法识别，请另存为 UTF-8"
            raise CallError(message) from None

    def templates(self) -> dict[str, Traversable] | None:
        """Return the Word templates by file name; `None` in a wheel, which has only compiled ones.

        Files whose names begin with ~ are left out: Word keeps such a lock beside an open file.
        """
        if not self.root.joinpath(TEMPLATES).is_dir() and self.root.joinpath(COMPILED).is_dir():
            return None
        return dict(sorted(self._templates()))

    def _templates(self) -> Iterator[tuple[str, Traversable]]:
        folder = self.root.joinpath(TEMPLATES)
        for file in folder.iterdir() if folder.is_dir() else ():
            if file.name.endswith(_WORD) and not file.name.startswith("~"):
                yield file.name, file

    def compiled(self, name: str) -> Traversable:
        """Return the path of a compiled template, by the name of its attachment."""
        return self.root.joinpath(COMPILED, name + _PACKAGE)


HOME: Final = Folder(lambda: files("validator.calls"))
"""Where the packaged calls lie, and what holds for all of them."""


@cache  # in the browser the folder is in an archive, and reading it takes as long as a check
def packaged_ids() -> tuple[str, ...]:
    """Return the ids of the calls that are packaged here, sorted."""
    folders = (entry for entry in HOME.root.iterdir() if entry.is_dir())
    return tuple(sorted(it.name for it in folders if it.joinpath(MAIN).is_file()))


@cache
def packaged(call_id: str) -> Folder:
    """Return the folder of a packaged call; the same call always has the same one.

    Raises:
        CallError: no call has this id.
    """
    if call_id not in packaged_ids():
        message = f"没有编号为“{call_id}”的通知；现有：{'、'.join(packaged_ids())}"
        raise CallError(message)
    return Folder(lambda: HOME.root.joinpath(call_id))
