"""What a command refuses, in words."""

from __future__ import annotations

import errno
from typing import Final

_SHOWN_MAX: Final = 80
_REASONS: Final = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "同名文件已存在，不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EFBIG: "超过文件大小的限制",
    errno.EROFS: "这里只能读，不能写",
}


class Refused(Exception):  # noqa: N818 - refuses input, and is no error of the program
    """Input that cannot be used; the message says why, in Chinese."""


def reason(error: OSError) -> str:
    """Return why the system did not do something, in Chinese."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")


def short(text: str) -> str:
    """Return a text that fits into a line of a terminal."""
    return text if len(text) <= _SHOWN_MAX else f"{text[:_SHOWN_MAX]}…"
