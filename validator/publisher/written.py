"""Reads what people write in a call's folder, and tells what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from validator import foreign
from validator.publisher.contents import files, is_aside

_TEXTS = (".toml", ".json", ".md", ".txt")
_WORD = ".docx"
_BOUNDS = foreign.Bounds(size=50_000_000, tags=2_000_000)
_TAG = re.compile(r"<[^>]*>")  # Word cuts a placeholder into runs wherever a word was edited
_MADE = "compiled"
"""The folder that the build makes."""
_BODY = "word/document.xml"


@dataclass(frozen=True)
class Written:
    """What people write in a folder.

    Attributes:
        texts: the text of each file that is text, by its path in the folder.
        word: the text of each Word template, without the tags of its XML, by path.
        faults: what cannot be read, a line each.
    """

    texts: Mapping[str, str]
    word: Mapping[str, str]
    faults: tuple[str, ...]


def written(folder: Traversable) -> Written:
    """Return what people write in a call's folder, without what the build makes there."""
    texts: dict[str, str] = {}
    word: dict[str, str] = {}
    faults: list[str] = []
    for path, file in files(folder, _is_not_written):
        if path.endswith(_TEXTS):
            try:
                texts[path] = file.read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError as error:
                faults.append(
                    f"{path} 不是 UTF-8 编码：第 {error.start + 1} 个字节无法识别，请另存为 UTF-8"
                )
        elif path.endswith(_WORD):
            try:
                word[path] = _of_word(file.read_bytes())
            except (foreign.UnreadableError, foreign.OverfullError):
                faults.append(
                    f"{path}：不能读取，不是有效的 Word 文档；请用 Word 或 WPS 打开，另存为 .docx"
                )
    return Written(texts, word, tuple(faults))


def _is_not_written(path: str) -> bool:
    return is_aside(path) or path == _MADE


def _of_word(content: bytes) -> str:
    parts = foreign.parts(content, lambda name: name.endswith(".xml"), _BOUNDS)
    if _BODY not in parts:
        raise foreign.UnreadableError
    return "\n".join(_TAG.sub("", part.decode("utf-8", "replace")) for part in parts.values())
