"""The mark for what a person must still write in a call's folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from validator import foreign

MARK = "〔待填〕"
_TEXTS = (".toml", ".json", ".md", ".txt")
_WORD = ".docx"
_UNPACKED_MAX = 50_000_000
_TAG = re.compile(r"<[^>]*>")  # Word cuts a placeholder into runs wherever a word was edited


def texts(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file of a folder that people write.

    A Word template gives the text of its parts; a file that cannot be read gives nothing here,
    since whoever reads it for its content says what is wrong with it.
    """
    for entry in sorted(folder.iterdir(), key=lambda it: it.name):
        path = f"{above}{entry.name}"
        if entry.is_dir():
            yield from texts(entry, f"{path}/") if entry.name != "compiled" else ()
        elif entry.name.endswith(_TEXTS):
            yield path, entry.read_bytes().decode("utf-8-sig", "replace")
        elif entry.name.endswith(_WORD) and not entry.name.startswith("~"):
            yield path, _of_word(entry.read_bytes())


def unwritten(folder: Traversable) -> Iterator[str]:
    """Tell where the mark still stands, by file and line."""
    for path, text in texts(folder):
        if path.endswith(_WORD):
            if MARK in text:
                yield f"{path}：还有{MARK}"
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if MARK in line:
                said = line.partition(MARK)[2].strip(" \"',。")
                yield f"{path} 第 {number} 行：还有{MARK}{said}"


def _of_word(content: bytes) -> str:
    try:
        parts = foreign.files(content, lambda name: name.endswith(".xml"), _UNPACKED_MAX)
    except (foreign.UnreadableError, foreign.OverfullError):
        return ""
    return "\n".join(_TAG.sub("", part.decode("utf-8", "replace")) for part in parts.values())
