"""Writes JSON Schemas of a call's files, by which an editor completes and checks them.

`python -m site_build.call_schemas write` writes validator/calls/schema/; each TOML file of a call
names its schema in its first line (`#:schema ../schema/rules.schema.json`), as the editors' TOML
plug-ins (Taplo, Even Better TOML) understand it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from site_build import folders
from validator.application import Application
from validator.application.listed import kinds, table_of
from validator.calls import Call, Wording
from validator.calls.places import OWN_FILE, TABLES
from validator.precheck import PreCheck
from validator.publisher.situations import Situation
from validator.rules import JUDGES

FOLDER = folders.ROOT / "validator" / "calls" / "schema"
_DIALECT = "http://json-schema.org/draft-07/schema#"
_QUESTIONS = {"questions": Application, "precheck": PreCheck}
"""The vocabulary from which each of these files chooses."""


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each file of a call's folder, by the file's name without its ending."""
    call = Call.model_json_schema()
    fields, definitions = call["properties"], call["$defs"]
    own = {key: name.removesuffix(".toml") for key, name in OWN_FILE.items()}
    elsewhere = {*own, *TABLES}
    found = {
        "call": _file({k: v for k, v in fields.items() if k not in elsewhere}, call["required"])
    }
    for key, file in own.items():
        found[file] = _file({key: fields[key]}, [key])
    found["rules"]["$defs"] = _rules(definitions["StatedRule"])
    for file, vocabulary in _QUESTIONS.items():
        found[file] = _questions(vocabulary)
    found["readings"] = _file({}, []) | {"additionalProperties": {"type": "string"}}
    found["examples"] = _situations()
    return {file: _whole(file, schema, definitions) for file, schema in found.items()}


def _file(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    kept = [name for name in required if name in properties]
    return {
        "type": "object",
        "properties": properties,
        "required": kept,
        "additionalProperties": False,
    }


def _rules(stated: dict[str, Any]) -> dict[str, Any]:
    """Return the definition of a rule, which may be given what its judge takes, and of that."""
    given = {name: judge.arguments.model_json_schema() for name, judge in sorted(JUDGES.items())}
    inner = {name: it for schema in given.values() for name, it in schema.pop("$defs", {}).items()}
    by_judge = [
        {
            "if": {"properties": {"judge": {"const": name}}},
            "then": {"properties": {"given": schema}},
        }
        for name, schema in given.items()
    ]
    judges = {"type": "string", "enum": sorted(JUDGES)}
    rule = stated | {"properties": stated["properties"] | {"judge": judges}, "allOf": by_judge}
    return inner | {"StatedRule": rule}


def _situations() -> dict[str, Any]:
    """Return the schema of a call's own tests: by rule, a list of situations."""
    situation = Situation.model_json_schema()
    inner = situation.pop("$defs", {})
    listed = {"type": "array", "items": {"$ref": "#/$defs/Situation"}}
    return {
        "type": "object",
        "additionalProperties": listed,
        "$defs": inner | {"Situation": situation},
    }


def _questions(vocabulary: Any) -> dict[str, Any]:  # noqa: ANN401 - a kind of section
    """Return the schema of a list of questions: by the kind of section, the vocabulary's names."""
    tables: dict[str, Any] = {}
    for kind in kinds(vocabulary).values():
        for base in kind.__mro__:
            names = getattr(base, "model_fields", None)
            if names:
                table = tables.setdefault(table_of(base), _table())
                for name, field in names.items():
                    said = {"$ref": "#/$defs/Wording", "description": field.title or ""}
                    table["properties"].setdefault(name, said)
    return _file(dict(sorted(tables.items())), [])


def _table() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {},
        "additionalProperties": {"$ref": "#/$defs/Wording"},
    }


def _whole(file: str, schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with the definitions that it refers to, and no English docstrings."""
    known = definitions | schema.pop("$defs", {})
    known["Wording"] = Wording.model_json_schema()
    used = _used(schema, known)
    whole = {"$schema": _DIALECT, "title": f"{file}.toml", **schema}
    clean: dict[str, Any] = _without_docstrings(whole | ({"$defs": used} if used else {}))
    return clean


def _without_docstrings(schema: Any) -> Any:  # noqa: ANN401 - any JSON
    """Leave out the docstrings of classes, which are for programmers; what stays is Chinese."""
    if isinstance(schema, list):
        return [_without_docstrings(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    left_out = {"description"} if isinstance(schema.get("description"), str) else set()
    if "$ref" in schema:  # a question of the vocabulary, with its title
        left_out = set()
    return {key: _without_docstrings(it) for key, it in schema.items() if key not in left_out}


def _used(schema: Any, known: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    found: dict[str, Any] = {}
    todo = [schema]
    while todo:
        text = json.dumps(todo.pop())
        for name, definition in known.items():
            if name not in found and f'"#/$defs/{name}"' in text:
                found[name] = definition
                todo.append(definition)
    return dict(sorted(found.items()))


def written() -> dict[str, str]:
    """Return the text of each schema, by its file's name."""
    return {
        f"{file}.schema.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for file, schema in schemas().items()
    }


if __name__ == "__main__":
    if sys.argv[1:] != ["write"]:
        raise SystemExit(__doc__)
    FOLDER.mkdir(exist_ok=True)
    for name, text in written().items():
        Path(FOLDER, name).write_text(text, "utf-8")
