"""Calls `validator.worker.answer` natively, as a page calls it in the browser."""

import json
from typing import Any

from validator.views import Links
from validator.worker import answer

LINKS = dict.fromkeys(Links.model_fields, "/")
PAGE = {"links": LINKS}
"""The request `begin` that a page makes once, when it starts; tests in a browser make the same."""


def ask(name: str, /, **request: object) -> Any:  # noqa: ANN401 - JSON
    """Make a request whose answer is JSON; return the answer."""
    answer("begin", PAGE)
    answered = answer(name, request)
    assert isinstance(answered, str)
    return json.loads(answered)


def file(name: str, /, **request: object) -> bytes:
    """Make a request whose answer is a file; return the file's content."""
    return named_file(name, **request)[1]


def named_file(name: str, /, **request: object) -> tuple[str, bytes]:
    """Make a request whose answer is a file; return the file's name and content."""
    answer("begin", PAGE)
    answered = answer(name, request)
    assert isinstance(answered, tuple), answered
    return answered
