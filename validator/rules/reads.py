"""Tells which rules can ever read which answers, from the data of reads.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

_ROW = re.compile(r"/\d+(?=/|$)")


def pattern(pointer: str) -> str:
    """Return a JSON pointer with `-` for a row's number: /members/-/tier for /members/3/tier."""
    return _ROW.sub("/-", pointer)


@cache
def reads() -> Mapping[str, frozenset[str]]:
    """Return the `pattern` of each answer that a rule can ever read, by the rule's id."""
    text = files("validator.rules").joinpath("reads.toml").read_text("utf-8")
    return {rule: frozenset(patterns) for rule, patterns in tomllib.loads(text).items()}


@lru_cache(maxsize=8192)  # each check asks for the same places again
def readers(pointer: str) -> tuple[str, ...]:
    """Return the ids of the rules that can ever read an answer, in the order of the rules.

    Args:
        pointer: a JSON pointer into an application.
    """
    wanted = pattern(pointer)
    return tuple(rule for rule, patterns in reads().items() if wanted in patterns)
