"""Turns the JSON Schema of the questions into the parts of a form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from site_build.form import special
from site_build.form.parts import (
    NEW_ROW,
    Condition,
    Group,
    Option,
    Part,
    Question,
    Rows,
    Section,
)
from validator.application.asked import asked_by
from validator.application.in_words import yes_and_no
from validator.application.pointers import label
from validator.application.text import LINE_MAX

if TYPE_CHECKING:
    from validator.calls import Call

_Found = Question | Group | Rows
_CELLS_MAX = 4


def sections(call: Call, schema: dict[str, Any], *, radios: int = 0) -> tuple[Section, ...]:
    """Return the chapters of the form for a call, in the order of the models.

    Args:
        call: the call.
        schema: the JSON Schema of the questions, as the call words them.
        radios: the most options of a choice for which radio buttons are shown; more options make a
            drop-down list.

    Raises:
        LookupError: the schema holds a type that the form has no control for.
    """
    parts = _Reader(call, schema["$defs"], radios).parts(schema, "")
    found: list[Section] = []
    loose: list[Question] = []
    for part in parts:
        if part.pointer == special.CALL:
            continue
        if isinstance(part, Question):
            loose.append(part)
        else:
            found.append(Section(part, tuple(loose)))
            loose = []
    if loose:
        message = f"questions after the last section: {[part.pointer for part in loose]}"
        raise LookupError(message)
    return tuple(found)


class _Reader:
    """Makes parts of schemas, which may refer to `definitions`."""

    def __init__(self, call: Call, definitions: dict[str, dict[str, Any]], radios: int) -> None:
        self._call = call
        self._definitions = definitions
        self._radios = radios

    def parts(self, schema: dict[str, Any], pointer: str) -> tuple[_Found, ...]:
        properties = schema["properties"].items()
        return tuple(self._part(kind, f"{pointer}/{name}") for name, kind in properties)

    def _part(self, schema: dict[str, Any], pointer: str) -> _Found:
        kind = self._resolved(schema)
        said = {
            "pointer": pointer,
            "title": schema["title"],
            "help": schema.get("description", ""),
            "clause": schema.get("clause", ""),
        }
        if kind.get("type") == "object":
            return Group(**said, parts=self.parts(kind, pointer))
        if kind.get("type") == "array" and "$ref" in kind["items"]:
            return self._rows(schema, kind, said)
        return self._question(schema, kind, said)

    def _rows(self, schema: dict[str, Any], kind: dict[str, Any], said: dict[str, str]) -> Rows:
        pointer = said["pointer"]
        place = f"{pointer}/{NEW_ROW}"
        parts = self.parts(self._resolved(kind["items"]), place)
        row = f"{pointer}/0".replace(f"/{NEW_ROW}", "/0")
        first = label(row, asked_by(self._call)).rpartition(" › ")[2]
        before, _, after = first.rpartition("1")
        cells = _cells(pointer.rpartition("/")[2], parts)
        return Rows(
            **said,
            pointer_of_row=place,
            number=(before, after),
            cells=cells,
            rest=tuple(part for part in parts if part not in cells),
            limit=kind["maxItems"],
            shown_if=_condition(schema, pointer),
        )

    def _question(
        self, schema: dict[str, Any], kind: dict[str, Any], said: dict[str, str]
    ) -> Question:
        control, value_type, options = self._control(kind, said["pointer"], said["title"])
        return Question(
            **said,
            control=control,
            type=value_type,
            options=options,
            example=next(iter(schema.get("examples", ())), ""),
            unit=schema.get("unit", ""),
            shown_if=_condition(schema, said["pointer"]),
            none_is_an_answer=said["pointer"] in special.NONE_IS_AN_ANSWER,
            limit=kind.get("maxItems"),
        )

    def _control(
        self, kind: dict[str, Any], pointer: str, title: str
    ) -> tuple[str, str, tuple[Option, ...]]:
        if "oneOf" in kind:
            codes = tuple(Option(item["const"], item["title"]) for item in kind["oneOf"])
            return ("radios" if len(codes) <= self._radios else "choice"), "string", codes
        if "enum" in kind:
            return "choice", "string", tuple(Option(name, name) for name in kind["enum"] if name)
        if kind.get("type") == "boolean":
            yes, no = yes_and_no(title)
            return "radios", "boolean", (Option("true", yes), Option("false", no))
        if kind.get("type") == "array":
            listed = tuple(Option(name, name) for name in kind["items"].get("enum", ()))
            options = listed or special.boxes(pointer, self._call)
            return ("boxes" if options else "lines"), f"{kind['items']['type']}s", options
        return _typed(kind, pointer), kind["type"], ()

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return a schema without its "or null", or the definition that the schema refers to."""
        other = [item for item in schema.get("anyOf", ()) if item.get("type") != "null"]
        kind = schema | other[0] if other else schema
        if "$ref" in kind:
            return self._definitions[kind["$ref"].rpartition("/")[2]]
        return kind


def _cells(name: str, parts: tuple[Part, ...]) -> tuple[Question, ...]:
    """Return the questions of a row that are shown side by side."""
    questions = [part for part in parts if isinstance(part, Question) and not part.shown_if]
    if name in special.CELLS:
        by_name = {question.pointer.rpartition("/")[2]: question for question in questions}
        return tuple(by_name[chosen] for chosen in special.CELLS[name] if chosen in by_name)
    return tuple(questions[:_CELLS_MAX])


def _condition(schema: dict[str, Any], pointer: str) -> Condition | None:
    for key, asks in (("shown_if", True), ("hidden_if", False)):
        if key in schema:
            name, *values = schema[key]
            earlier = f"{pointer.rpartition('/')[0]}/{name}"
            return Condition(earlier, json.dumps(values, ensure_ascii=False), asks)
    return None


def _typed(kind: dict[str, Any], pointer: str) -> str:
    """Return the name of the control into which an answer is typed."""
    match kind.get("type"):
        case "integer" | "number":
            return "number"
        case "string" if kind.get("format") == "date":
            return "day"
        case "string":
            return "text" if kind.get("maxLength", 0) > LINE_MAX else "line"
    message = f"{pointer}: the form has no control for {kind}"
    raise LookupError(message)
