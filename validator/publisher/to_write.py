"""The mark for what a person must still write in a call's folder."""

from __future__ import annotations

from collections.abc import Iterator

from validator.publisher.written import Written

MARK = "〔待填〕"
TO_CONFIRM = "待核对.txt"
"""The file that lists what cannot hold the mark itself; a folder may do without."""


def unwritten(written: Written) -> Iterator[str]:
    """Tell where the mark still stands, by file and line."""
    for path, text in written.texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            if MARK in line:
                said = line.partition(MARK)[2].strip(" \"',。#>")
                of = f"（{line.partition('：')[0]}）" if path == TO_CONFIRM else ""
                yield f"{path} 第 {number} 行{of}：还有{MARK}{said}"
    for path, text in written.word.items():
        if MARK in text:
            yield f"{path}：还有{MARK}"
