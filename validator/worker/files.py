"""Files that the page sends."""

from __future__ import annotations

import base64
import binascii

from validator.problems import RefusedError

FILE_MAX = 10_000_000
"""The bytes of the largest file that is taken in."""


class FileError(RefusedError):
    """A file that did not come through. The message says why, in Chinese."""


def decoded(content: str) -> bytes:
    """Return the bytes of a file in Base64.

    Raises:
        FileError: the file is too large, or the text is not Base64.
    """
    if len(content) > FILE_MAX * 4 // 3 + 4:
        message = f"文件过大，不应超过 {FILE_MAX // 1_000_000} MB"
        raise FileError(message)
    try:
        return base64.b64decode(content, validate=True)
    except binascii.Error:
        message = "文件没有完整读入，请重新选择"
        raise FileError(message) from None
