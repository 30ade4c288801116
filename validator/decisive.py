"""Finds the answers that decided a finding, and puts them in words for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from validator.application.base import Section
from validator.application.in_words import in_words
from validator.application.places import UNANSWERED
from validator.application.pointers import label, question
from validator.report import Finding, Status
from validator.rules.reads import pattern

_KINDS_SHOWN, _NAMES_SHOWN, _NAME_LENGTH = 4, 3, 24
_UNIT = re.compile(r"^/(?:lead|members/\d+)(?=/)")
_UNITS = "/units"
_NUMBER = re.compile(r"第 \d+ .$")


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer, or the answers of several rows together: the first's place, a name, the words."""

    pointer: str
    label: str
    value: str


class _Place(NamedTuple):
    pointer: str
    value: Any


def decisive(
    finding: Finding, answers: Mapping[str, Any], asked: type[Section], most: int = 6
) -> tuple[Shown, ...]:
    """Return the answers that decided a finding; where the finding names any to blame, only those.

    Args:
        finding: one rule's result.
        answers: the answers by JSON pointer, at least those at the finding's places.
        asked: the model of the application, which names the answers.
        most: the most answers to return. Where there are more, the answers of several rows to one
            question become one.
    """
    places = _answered(answers, _blamed(finding)) or _answered(answers, finding.fields)
    if len(places) <= most:
        return tuple(_one(place, asked) for place in places)
    return tuple(_together(group, asked) for group in _groups(places)[:most])


def _blamed(finding: Finding) -> tuple[str, ...]:
    """Return the places that a finding blames; for a list to blame, also those read in its rows."""
    if finding.status not in (Status.NOT_MET, Status.REVIEW) or not finding.settles:
        return ()
    lists = tuple(f"{place}/" for place in finding.settles)
    rows = (place for place in finding.fields if place.startswith(lists))
    return tuple(dict.fromkeys((*finding.settles, *rows)))


def _answered(answers: Mapping[str, Any], pointers: Iterable[str]) -> list[_Place]:
    return [
        _Place(pointer, value)
        for pointer in pointers
        if (value := answers.get(pointer)) not in UNANSWERED
    ]


def _one(place: _Place, asked: type[Section]) -> Shown:
    words = in_words(place.value, question(place.pointer, asked))
    return Shown(place.pointer, label(place.pointer, asked), words)


def _groups(places: list[_Place]) -> list[list[_Place]]:
    """Group places by question, whatever the row; lead and members count as rows of units."""
    groups: dict[str, list[_Place]] = {}
    for place in places:
        groups.setdefault(_question(place.pointer), []).append(place)
    return list(groups.values())


@lru_cache(maxsize=8192)  # many findings have the same places
def _question(pointer: str) -> str:
    return pattern(_UNIT.sub(_UNITS, pointer))


def _together(group: list[_Place], asked: type[Section]) -> Shown:
    if len(group) == 1:
        return _one(group[0], asked)
    pointer, (rows, counter) = group[0].pointer, _rows(group, asked)
    field = question(pointer, asked)
    words = [in_words(place.value, field) for place in group]
    values = [place.value for place in group]
    return Shown(pointer, f"{rows} › {field.title}", _summary(words, values, counter))


def _rows(group: list[_Place], asked: type[Section]) -> tuple[str, str]:
    """Return the rows of a group in words, e.g. 12 家单位 or 3 条运行记录, and their 量词."""
    units = {match[0] for place in group if (match := _UNIT.match(place.pointer))}
    if len(units) > 1:
        return f"{len(units)} 家{'单位' if '/lead' in units else '成员单位'}", "家"
    rows = label(group[0].pointer, asked).split(" › ")[-2]
    return f"{len(group)} {rows[-1]}{_NUMBER.sub('', rows)}", rows[-1]


def _summary(words: list[str], values: list[Any], counter: str) -> str:
    """Sum up the answers of a group in a few words."""
    kinds = Counter(words)
    if len(kinds) == 1:
        return f"均为“{words[0]}”"
    if all(isinstance(value, date | float) for value in values):
        low, high = (words[values.index(most(values))] for most in (min, max))
        return f"{low}至{high}"
    if len(kinds) <= _KINDS_SHOWN and len(kinds) < len(words):
        return "，".join(f"“{kind}”{count} {counter}" for kind, count in kinds.most_common())
    if max(map(len, kinds)) > _NAME_LENGTH:
        return "均已填写，各不相同" if len(kinds) == len(words) else "均已填写"
    names = list(kinds)
    return "、".join(names[:_NAMES_SHOWN]) + ("等" if len(names) > _NAMES_SHOWN else "")
