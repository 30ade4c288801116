"""How a request comes in, how its answer goes out, and what is refused."""

from __future__ import annotations

import json
import re
from typing import Any

from validator.problems import RefusedError
from validator.worker.answers import ANSWERS

_HALF = re.compile("[\ud800-\udfff]")


def call(name: str, payload: str) -> str | bytes:
    """Answer one request of the page.

    Args:
        name: one of the names in `ANSWERS`.
        payload: JSON text; files in it are Base64.

    Returns:
        JSON text, or bytes for a file. What cannot be used is answered `{"error": …}` in
        Chinese.

    Raises:
        LookupError: nothing goes by that name.
        pydantic.ValidationError: the payload does not fit.
    """
    if name not in ANSWERS:
        raise LookupError(name)
    kind, answer = ANSWERS[name]
    given: Any
    try:
        given = answer(kind.model_validate_json("{}" if payload == "null" else _whole(payload)))
    except RefusedError as error:
        given = {"error": str(error)}
    return given if isinstance(given, bytes) else _as_json(given)


def _as_json(answer: object) -> str:
    """The answer as the page can read it: Python alone would write `Infinity` in JSON."""
    return json.dumps(answer, ensure_ascii=False, allow_nan=False)


def _whole(payload: str) -> str:
    """Put the replacement character for half a character, which JSON does not carry.

    A page can send one, pasted from a program that cut a text in the middle of a character.
    """
    if "\\ud" not in payload:
        return payload
    return _HALF.sub(
        "\N{REPLACEMENT CHARACTER}", json.dumps(json.loads(payload), ensure_ascii=False)
    )
