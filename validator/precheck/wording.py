"""The pre-check of a call: which questions it asks, and in which words."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from validator.application.asked import chosen
from validator.application.wording import schema
from validator.calls import Call
from validator.precheck.questions import PreCheck


@lru_cache(maxsize=32)
def asked_by(call: Call) -> type[PreCheck]:
    """Return the model of a call's pre-check.

    Raises:
        CallError: the call lists a question that the pre-check does not have.
    """
    return chosen(PreCheck, call.precheck, "precheck.toml")


def described(call: Call) -> dict[str, Any]:
    """Return the JSON Schema of a call's pre-check.

    Raises:
        CallError: as `asked_by`.
    """
    return schema(asked_by(call), call.precheck)
