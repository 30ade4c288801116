"""Asks the worker's door natively, as a page does."""

import json
from typing import Any

from validator.views import Links
from validator.worker import answer

LINKS = dict.fromkeys(Links.model_fields, "/")
PAGE = {"links": LINKS}
"""What a page says once, as it starts; tests in a browser say the same."""


def ask(name: str, /, **request: object) -> Any:  # noqa: ANN401 - JSON
    """Return an answer."""
    answer("begin", PAGE)
    answered = answer(name, request)
    assert isinstance(answered, str)
    return json.loads(answered)


def file(name: str, /, **request: object) -> bytes:
    """Return a file's content."""
    return named_file(name, **request)[1]


def named_file(name: str, /, **request: object) -> tuple[str, bytes]:
    """Return a file's name and content."""
    answer("begin", PAGE)
    answered = answer(name, request)
    assert isinstance(answered, tuple), answered
    return answered
