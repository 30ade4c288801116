"""The limit on files that the page sends."""

from __future__ import annotations

from validator.problems import RefusedError

FILE_MAX = 10_000_000
"""The bytes of the largest file that is read."""


class FileError(RefusedError):
    """A file cannot be read. The message says why, in Chinese."""


def bounded(content: bytes) -> bytes:
    """Return a file's bytes, unless there are too many.

    Raises:
        FileError: the file is larger than `FILE_MAX`.
    """
    if len(content) > FILE_MAX:
        message = f"文件过大，不应超过 {FILE_MAX // 1_000_000} MB"
        raise FileError(message)
    return content
