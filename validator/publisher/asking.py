"""The questions of a call's form, by place and with the words that people see."""

from __future__ import annotations

from validator.application.base import Section
from validator.application.pointers import section_of


def questions(kind: type[Section], above: str = "", words: str = "") -> dict[str, str]:
    """Return the questions of a form by place, each with the parts that it stands in."""
    found: dict[str, str] = {}
    for name, field in kind.model_fields.items():
        inner, place = section_of(field.annotation), f"{above}/{name}"
        title = " › ".join(filter(None, (words, field.title or name)))
        if inner is not None:
            found |= questions(inner, place, title)
        elif place != "/notice":
            found[place] = title
    return found
