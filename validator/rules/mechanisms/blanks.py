"""Says which {names} a sentence of a call may have, and finds those that nothing would fill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from validator.nearest import hint

_BLANK = re.compile(r"\{(\w+)\}")
_LOOSE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Blanks:
    """The names that a judge fills in a sentence; a sentence without this mark has none.

    Attributes:
        names: the names, separated by spaces.
        of: the argument with the places of questions whose answers are filled in as well, each by
            the last step of its place.
    """

    names: str = ""
    of: str = ""


def unfilled(given: BaseModel) -> Iterator[tuple[str, str]]:
    """Tell what would stay in a sentence as it is written, in braces.

    Args:
        given: the arguments that a call gives a judge.

    Returns:
        The argument's name and the reason with the way out, for each such place of a sentence.
    """
    for key, field in type(given).model_fields.items():
        sentence = getattr(given, key)
        if not isinstance(sentence, str):
            continue
        known = [name for mark in field.metadata for name in _names(mark, given)]
        for name in dict.fromkeys(_BLANK.findall(sentence)):
            if name not in known:
                way_out = hint(name, known) or "；这句话里没有可以代入的名称"
                yield key, f"“{{{name}}}”不会换成内容，会照原样显示{way_out}"
        if _LOOSE.search(_BLANK.sub("", sentence)):
            yield key, "花括号不成对，请补上另一半，或者去掉"


def _names(mark: object, given: BaseModel) -> Iterator[str]:
    if isinstance(mark, Blanks):
        yield from mark.names.split()
        yield from (place.rpartition("/")[2] for place in getattr(given, mark.of or "_", ()))
