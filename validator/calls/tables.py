"""Reads the text of a TOML file; an error names the file and the line, in Chinese."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from validator.calls.errors import CallError

_PLACE = re.compile(r"at line (\d+), column (\d+)")


def tables(name: str, text: str) -> dict[str, Any]:
    """Return what a text says.

    Args:
        name: the file's name, for the error.
        text: the file's text.

    Raises:
        CallError: the text is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        where = f"第 {found[1]} 行第 {found[2]} 列附近有误" if found else "文件不完整"
        message = f"{name} 不是有效的 TOML：{where}；请核对引号、括号是否成对，一项是否写了两次"
        raise CallError(message) from None
    except RecursionError:
        message = f"{name} 里的括号套得太深，读不出来；请删去多余的 [ 和 {{"
        raise CallError(message) from None
