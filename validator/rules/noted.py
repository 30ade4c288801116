"""Tells which answers a rule can ever read, by what its judge says or by reads.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic.fields import FieldInfo

from validator.application import Application
from validator.application.pointers import question
from validator.rules.rule import Rule


@cache
def noted() -> Mapping[str, frozenset[str]]:
    """Return the `pattern` of each answer that is noted in reads.toml, by the judge's name."""
    text = files("validator.rules").joinpath("reads.toml").read_text("utf-8")
    return {judge: frozenset(patterns) for judge, patterns in tomllib.loads(text).items()}


def places_of(rule: Rule) -> frozenset[str]:
    """Return the `pattern` of each answer that a rule can ever read.

    Of a function that is not in reads.toml yet none is known: `make reads` runs the function first.
    """
    judge = rule.judged_by
    if judge.reads:
        return frozenset(judge.reads(rule.given))
    return noted().get(judge.name, frozenset())


def unasked(rule: Rule, asked: type[Application]) -> str:
    """Name the questions that a rule reads and a call does not ask: the rule would stay open.

    Args:
        rule: a rule of the call.
        asked: the model of what the call asks.

    Returns:
        The questions and their places, joined by 、; of a part or list that is not asked, the part
        alone. Empty where the call asks all that the rule reads.
    """
    missing = {place for place in places_of(rule) if not _is_asked(place, asked)}
    whole = {place for place in missing if not any(_holds(other, place) for other in missing)}
    return "、".join(f"“{_field(place, Application).title}”（{place}）" for place in sorted(whole))


def _is_asked(place: str, asked: type[Application]) -> bool:
    try:
        _field(place, asked)
    except LookupError:
        return False
    return True


def _holds(part: str, place: str) -> bool:
    return place.startswith(f"{part}/")


def _field(place: str, asked: type[Application]) -> FieldInfo:
    return question(place.replace("/-", "/*"), asked)
