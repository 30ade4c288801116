"""What a call says of the questions: which clause asks for each, what is to be written there."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from validator.application.application import Application
from validator.application.base import Section
from validator.application.pointers import section_of
from validator.calls import NOTHING, Call, CallError, Sections, Wording

_WORD_STARTS = re.compile(r"(?<!^)(?=[A-Z])")


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
        found = said.get(_table(section), {}).get(name)
        if found is not None:
            return found
    return NOTHING


def schema(model: type[Section], said: Sections, file: str) -> dict[str, Any]:
    """Return the JSON Schema of what is asked, worded as a call words it.

    A question's `clause` is the position in the notice; what the call says of help and example
    stands in `description` and `examples`.

    Args:
        model: the whole of what is asked.
        said: `Call.questions` or `Call.precheck`.
        file: in which file of the call's folder that stands.

    Raises:
        CallError: the call speaks of a section or a question that the model does not have.
    """
    kinds = _kinds(model)
    _all_are_asked(kinds, said, file)
    described = model.model_json_schema()
    for name, kind in kinds.items():
        section = described if kind is model else described["$defs"][name]
        for question, asked in section["properties"].items():
            asked.update(_keywords(wording(said, kind, question)))
    return described


def asked_by(call: Call) -> dict[str, Any]:
    """Return the JSON Schema of an application to a call.

    Raises:
        CallError: the call words a question that an application does not have.
    """
    return schema(Application, call.questions, "questions.toml")


def _keywords(words: Wording) -> dict[str, Any]:
    said = {"clause": words.clause, "description": words.help}
    kept: dict[str, Any] = {key: text for key, text in said.items() if text}
    return kept | ({"examples": [words.example]} if words.example else {})


def _all_are_asked(kinds: dict[str, type[Section]], said: Sections, file: str) -> None:
    asked = {
        _table(section): section.model_fields
        for kind in kinds.values()
        for section in kind.__mro__
        if issubclass(section, Section)
    }
    faults = [f"{file} 的 {table}：表单没有这一部分" for table in said if table not in asked]
    faults += [
        f"{file} 的 {table}.{name}：表单的这一部分没有这个问题"
        for table, questions in said.items()
        if table in asked
        for name in questions
        if name not in asked[table]
    ]
    if faults:
        raise CallError("通知数据有误：\n" + "\n".join(faults))


@cache
def _kinds(model: type[Section]) -> dict[str, type[Section]]:
    """A kind of section and all kinds below it, by the names that the schema gives them."""
    found = {model.__name__: model}
    for field in model.model_fields.values():
        kind = section_of(field.annotation)
        if kind is not None:
            found |= _kinds(kind)
    return found


def _table(kind: type[object]) -> str:
    """How a call's files name a kind of section: `OperatingRecord` is `operating_record`."""
    return _WORD_STARTS.sub("_", kind.__name__).lower()
