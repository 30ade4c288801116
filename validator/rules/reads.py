"""Tells which answers each rule of a call can ever read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from validator.application import Application
from validator.application.asked import asked_by
from validator.application.base import Section, conditions
from validator.application.pointers import section_of
from validator.calls import Call
from validator.rules import rules_of
from validator.rules.noted import places_of

_ROW = re.compile(r"/\d+(?=/|$)")


def pattern(pointer: str) -> str:
    """Return a JSON pointer with `-` for a row's number: /members/-/tier for /members/3/tier."""
    return _ROW.sub("/-", pointer)


@lru_cache(maxsize=32)  # as many calls as `rules_of` keeps
def reads_of(call: Call) -> Mapping[str, frozenset[str]]:
    """Return the `pattern` of each answer that a rule can ever read, by the rule's id.

    Raises:
        CallError: as for `rules_of`.
    """
    return {rule.id: _with_earlier(places_of(rule), asked_by(call)) for rule in rules_of(call)}


@lru_cache(maxsize=8192)  # each check asks for the same places again
def readers(call: Call, pointer: str) -> tuple[str, ...]:
    """Return the ids of the rules that can ever read an answer, in the order of the rules.

    Args:
        call: the call whose rules are meant.
        pointer: a JSON pointer into an application.
    """
    wanted = pattern(pointer)
    return tuple(rule for rule, patterns in reads_of(call).items() if wanted in patterns)


def _with_earlier(places: frozenset[str], asked: type[Application]) -> frozenset[str]:
    """Return places with the earlier answers that decide whether they are asked."""
    found, new = set(places), set(places)
    while new := {earlier for place in new if (earlier := _earlier(place, asked))} - found:
        found |= new
    return frozenset(found)


def _earlier(place: str, asked: type[Application]) -> str:
    """Return the place of the answer on which it depends whether `place` is asked, or nothing."""
    holder, _, name = place.rpartition("/")
    kind = _kind(holder, asked)
    found = dict(conditions(kind)).get(name) if kind else None
    return f"{holder}/{found.earlier}" if found else ""


def _kind(holder: str, asked: type[Application]) -> type[Section] | None:
    """Return the kind of section that stands at a place."""
    kind: type[Section] | None = asked
    for step in holder.split("/")[1:]:
        if step != "-" and kind:
            field = kind.model_fields.get(step)
            kind = section_of(field.annotation) if field else None
    return kind
