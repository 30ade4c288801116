"""Files that the page sends."""

from __future__ import annotations

from validator.problems import RefusedError

FILE_MAX = 10_000_000
"""The bytes of the largest file that is taken in."""


class FileError(RefusedError):
    """A file that cannot be taken in. The message says why, in Chinese."""


def bounded(content: bytes) -> bytes:
    """Return a file's bytes.

    Raises:
        FileError: the file is too large.
    """
    if len(content) > FILE_MAX:
        message = f"文件过大，不应超过 {FILE_MAX // 1_000_000} MB"
        raise FileError(message)
    return content
