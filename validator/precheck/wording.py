"""The pre-check as a call words it."""

from __future__ import annotations

from typing import Any

from validator.application.wording import schema
from validator.calls import Call
from validator.precheck.questions import PreCheck


def asked_by(call: Call) -> dict[str, Any]:
    """Return the JSON Schema of a call's pre-check.

    Raises:
        CallError: the call words a question that the pre-check does not have.
    """
    return schema(PreCheck, call.precheck, "precheck.toml")
