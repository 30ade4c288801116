"""The browser's door: JSON text in; JSON text, or a file's bytes, out."""

from __future__ import annotations

import json

from pydantic import BaseModel


class _Ping(BaseModel):
    text: str = ""


def call(name: str, payload: str) -> str | bytes:
    """Answer one call of the page.

    Args:
        name: What is asked for; `ping` answers with the text that it was given.
        payload: JSON text.

    Returns:
        JSON text, or bytes for a file.

    Raises:
        LookupError: Nothing goes by that name.
        pydantic.ValidationError: The payload does not fit.
    """
    if name != "ping":
        raise LookupError(name)
    ping = _Ping.model_validate_json(payload)
    return json.dumps({"pong": ping.text}, ensure_ascii=False)
