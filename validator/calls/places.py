"""Names the places of a call's data as a person finds them: file, entry counted from one, key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from validator.calls.folder import MAIN

OWN_FILE = {"clauses": "notice.toml", "rules": "rules.toml", "documents": "documents.toml"}
"""The file of each list that has a file of its own; all other keys stand in call.toml."""
TABLES = ("questions", "precheck", "readings")
"""Each is a whole file of this name: the keys in it are the form's, none of them the call's own."""
_ENTRIES = {
    "clauses": ("个条款", "position"),
    "parts": ("段", ""),
    "rules": ("条规则", "id"),
    "documents": ("份文档", "name"),
    "materials": ("项材料", "title"),
}
"""How the entries of a list are counted, and the key by whose value an entry is known."""


def file_of(table: str) -> str:
    """Return the file in which a key of a call's data stands."""
    return f"{table}.toml" if table in TABLES else OWN_FILE.get(table, MAIN)


def place(location: Sequence[int | str], said: Mapping[str, Any]) -> str:
    """Return a place in words, such as “rules.toml 第 3 条规则（R03）的 judge”.

    Args:
        location: the keys and, counted from zero, the numbers of entries that lead to the place.
        said: the data of the call, as TOML has it: an entry is known by its id, title or position.
    """
    first = str(location[0])
    steps = [*location[1:]] if first in TABLES else [*location]
    found, keys = file_of(first), list[str]()
    inside: Any = said.get(first) if first in TABLES else said
    for step in steps:
        inside = _inside(inside, step)
        if isinstance(step, str):
            keys.append(step)
            continue
        counted, known_by = _ENTRIES.get(keys[-1] if keys else "", ("", ""))
        if counted:
            keys.pop()
        found = _joined(found, keys)
        keys = []
        name = inside.get(known_by) if isinstance(inside, Mapping) else None
        found += "" if found.endswith("）") else " "
        found += f"第 {step + 1} {counted or '项'}" + (f"（{name}）" if name else "")
    return _joined(found, keys)


def _joined(place_so_far: str, keys: Sequence[str]) -> str:
    if not keys:
        return place_so_far
    space = " " if place_so_far.endswith("toml") else ""
    return f"{place_so_far}{space}的 {'.'.join(keys)}"


def _inside(holder: Any, step: int | str) -> Any:  # noqa: ANN401 - values of TOML
    try:
        return holder[step]
    except (LookupError, TypeError):
        return None
