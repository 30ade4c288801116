"""Decides what the browser's Python archive leaves out: `trim.toml` says what."""

from __future__ import annotations

import tomllib
from functools import cache

from browser_python.build import places


def keeps(name: str) -> bool:
    """Say whether an archive's member belongs in the browser.

    Args:
        name: The member's path, as on Python's import path.

    Returns:
        False for what `validator` cannot reach in a browser.
    """
    rules = _rules()
    if name.endswith(rules["endings"]) or name.startswith(rules["prefixes"]):
        return False
    if "/sboms/" in name or name.partition("/")[0].partition(".")[0] in rules["modules"]:
        return False
    for family, members in rules["only"].items():
        if name.startswith(family):
            return name.removeprefix(family).startswith(members)
    return True


@cache
def _rules() -> dict:
    table = tomllib.loads((places.HERE / "trim.toml").read_text("utf-8"))
    return {
        "modules": frozenset(table["modules"]),
        "prefixes": tuple(table["prefixes"]),
        "endings": tuple(table["endings"]),
        "only": {family: tuple(members) for family, members in table["only"].items()},
    }
