"""Writes site_templates/assets/js/engine/wire.d.ts: the types of what page and Python exchange.

The models of `validator.worker` are the only description of requests and answers. mypy checks the
worker against the models, and tsc checks the page against wire.d.ts, so neither side can send what
the other does not expect. `make wire` runs `python -m site_build.wire`, which prints the text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from validator.worker import publishing
from validator.worker.answering import ANSWERING
from validator.worker.answers import Refusal

_HEAD = "// Written by `make wire` from the models of validator/worker."
_PLAIN = {
    "string": "string",
    "boolean": "boolean",
    "integer": "number",
    "null": "null",
    "object": "Record<string, unknown>",
}
_BYTES = {
    "validation": "Blob",  # The worker reads the file, so that the page never holds its bytes.
    "serialization": "Uint8Array<ArrayBuffer>",
}


def declarations() -> str:
    """Return the text of wire.d.ts."""
    all_known = ANSWERING | publishing.ANSWERING
    requests = {name: TypeAdapter(known.request) for name, known in all_known.items()}
    answers = {
        name: TypeAdapter(get_type_hints(known.answer)["return"])
        for name, known in all_known.items()
    }
    lines = [_HEAD]
    lines += _written("validation", "Requests", requests)
    lines += _written("serialization", "Answers", answers | {"": TypeAdapter(Refusal)})
    lines += ["", "export type Name = keyof Requests;"]
    return "\n".join(lines) + "\n"


def _written(mode: Any, title: str, kinds: dict[str, TypeAdapter[Any]]) -> Iterator[str]:  # noqa: ANN401 - pydantic keeps its literal to itself
    """Yield the declarations of one direction, from the page or to the page.

    Args:
        mode: pydantic's word for the direction: `validation` (requests), `serialization` (answers).
        title: the interface that tells, by the name of a request, which type goes with the name.
        kinds: types by the name of a request; '' for a type that belongs to no single request.
    """
    inputs = [(name, mode, kind) for name, kind in kinds.items()]
    found, described = TypeAdapter.json_schemas(inputs, ref_template="{model}")
    for kind, schema in sorted(described["$defs"].items()):
        if "properties" not in schema:
            yield f"\nexport type {kind} = {_type(schema, mode)};"
            continue
        yield f"\nexport interface {kind} {{"
        for field, value in schema["properties"].items():
            mark = "" if field in schema.get("required", ()) else "?"
            yield f"  {field}{mark}: {_type(value, mode)};"
        yield "}"
    yield f"\nexport interface {title} {{"
    for name in kinds:
        if name:
            yield f"  {name}: {_type(found[name, mode], mode)};"
    yield "}"


def _type(schema: dict[str, Any], mode: str) -> str:
    """Return the TypeScript type of a field's JSON Schema."""
    match schema:
        case {"$ref": name}:
            written = str(name)
        case {"anyOf": kinds}:
            written = " | ".join(_type(it, mode) for it in kinds)
        case {"enum": values}:
            written = " | ".join(f"'{it}'" for it in values)
        case {"format": "binary"}:
            written = _BYTES[mode]
        case {"type": "array", "items": items}:
            written = f"{_type(items, mode)}[]"
        case {"type": kind}:
            written = _PLAIN[kind]
        case _:
            written = "unknown"
    return written


if __name__ == "__main__":
    sys.stdout.write(declarations())
