"""The mark for what a person must still write in a call's folder."""

from __future__ import annotations

from collections.abc import Iterator

from validator.publisher.written import Written

MARK = "〔待填〕"


def unwritten(written: Written) -> Iterator[str]:
    """Tell where the mark still stands, by file and line."""
    for path, text in written.texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            if MARK in line:
                said = line.partition(MARK)[2].strip(" \"',。")
                yield f"{path} 第 {number} 行：还有{MARK}{said}"
    for path, text in written.word.items():
        if MARK in text:
            yield f"{path}：还有{MARK}"
