"""Writes files whole or not at all, and overwrites no file unless asked to."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from validator.problems import RefusedError


class InTheWayError(RefusedError):
    """Files of these names exist with other content. The message names them, in Chinese."""

    def __init__(self, paths: list[Path]) -> None:
        """Name each path, and for a link where it leads."""
        named = "\n".join(f"  {path}{_leads(path)}" for path in paths)
        super().__init__(
            f"以下文件已经存在，内容不同，没有覆盖，也没有写入任何文件：\n{named}\n"
            "请换一个位置，或加 --overwrite 覆盖。"
        )


def write(files: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write files, after making sure that none is overwritten without leave.

    Each file is written under another name in the same folder and then renamed, so that a full
    disk leaves no half-written file. A link is replaced, and its target stays as it is.

    Args:
        files: contents by path.
        overwrite: whether to replace files that exist with other content.

    Raises:
        InTheWayError: such files exist and `overwrite` is false; nothing is written.
        OSError: the system refuses.
    """
    devices = {path: content for path, content in files.items() if _is_device(path)}
    wanted = {
        path: content
        for path, content in files.items()
        if path not in devices and not _holds(path, content)
    }
    in_the_way = [path for path in wanted if os.path.lexists(path)]
    if in_the_way and not overwrite:
        raise InTheWayError(in_the_way)
    beside = {path: path.with_name(f".{secrets.token_hex(8)}.part") for path in wanted}
    try:
        for path, part in beside.items():
            _write_new(part, wanted[path])
            if path in in_the_way and not path.is_symlink():
                shutil.copymode(path, part)
        for path, part in beside.items():
            part.replace(path)
    finally:
        for part in beside.values():
            part.unlink(missing_ok=True)
    for path, content in devices.items():
        path.write_bytes(content)


def _write_new(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _is_device(path: Path) -> bool:
    """Whether a path is a terminal, a pipe or the like, which has no content to overwrite."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _holds(path: Path, content: bytes) -> bool:
    """Whether a file with this content exists already."""
    is_same_size = path.is_file() and path.stat().st_size == len(content)
    return is_same_size and path.read_bytes() == content


def _leads(path: Path) -> str:
    return f"（链接，指向 {path.readlink()}）" if path.is_symlink() else ""
