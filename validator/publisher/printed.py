"""Compares a call's clauses with the notice as printed, where the folder has it."""

from __future__ import annotations

from collections.abc import Iterator

from validator.calls import Call
from validator.calls.places import place

NOTICE = "notice.txt"
"""The notice as printed, if the folder has it: each sentence must stand in a clause."""


def against_the_notice(call: Call, printed: str) -> Iterator[str]:
    """Tell which sentences stand in no clause, and which parts of clauses the notice does not say.

    Args:
        call: the call.
        printed: the text of notice.txt; empty where there is none.
    """
    if not printed:
        return
    stated = "".join(
        without_spaces(f"{clause.heading or ''}{clause.text}") for clause in call.clauses
    )
    for number, line in enumerate(printed.splitlines(), 1):
        for sentence in without_spaces(line).replace("。", "。\n").splitlines():
            if sentence not in stated:
                yield (
                    f"{NOTICE} 第 {number} 行：“{sentence}”不在 notice.toml 的任何条款里，"
                    "请写进它所在的条款"
                )
    whole, said = without_spaces(printed), call.model_dump()
    for number, clause in enumerate(call.clauses):
        for part_number, part in enumerate(clause.parts):
            if without_spaces(part.text) not in whole:
                where = place(("clauses", number, "parts", part_number, "text"), said)
                yield f"{where}：{NOTICE} 里没有“{part.text.strip()}”，请照原文改"


def without_spaces(text: str) -> str:
    """Return a text as it is compared with another, wherever their lines end."""
    return "".join(text.split())
