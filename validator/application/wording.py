"""What a call says of the questions: which clause asks for each, what is to be written there."""

from __future__ import annotations

from typing import Any

from validator.application.asked import asked_by
from validator.application.base import Section
from validator.application.listed import kinds, table_of
from validator.calls import NOTHING, Call, Sections, Wording


def wording(said: Sections, kind: type[Section], name: str) -> Wording:
    """Return what a call says of a question, part or list.

    What is said of a kind of section holds for the kinds that are made from it as well: what is
    said of a unit holds for the lead and for every member.

    Args:
        said: `Call.questions` or `Call.precheck`.
        kind: the kind of section that asks.
        name: of the question in it.
    """
    for section in kind.__mro__:
        found = said.get(table_of(section), {}).get(name)
        if found is not None:
            return found
    return NOTHING


def schema(asked: type[Section], said: Sections) -> dict[str, Any]:
    """Return the JSON Schema of what a call asks, worded as the call words it.

    A question's `clause` is the position in the notice; what the call says of help and example
    stands in `description` and `examples`.

    Args:
        asked: the model of what the call asks (`chosen`).
        said: `Call.questions` or `Call.precheck`.
    """
    described = asked.model_json_schema()
    for name, kind in kinds(asked).items():
        section = described if kind is asked else described["$defs"][name]
        for question, keywords in section["properties"].items():
            keywords.update(_keywords(wording(said, kind, question)))
    return described


def described(call: Call) -> dict[str, Any]:
    """Return the JSON Schema of an application to a call.

    Raises:
        CallError: the call lists what cannot be asked.
    """
    return schema(asked_by(call), call.questions)


def _keywords(words: Wording) -> dict[str, Any]:
    said = {"clause": words.clause, "description": words.help}
    kept: dict[str, Any] = {key: text for key, text in said.items() if text}
    return kept | ({"examples": [words.example]} if words.example else {})
