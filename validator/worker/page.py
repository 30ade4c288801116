"""Keeps what the page says once, when it starts: its call and its links."""

from __future__ import annotations

from validator.calls import Call, bring, load
from validator.worker import requests

_said: list[requests.Begin] = []


def begin(request: requests.Begin) -> None:
    """Keep the page's call and links for all later requests.

    Raises:
        CallError: the page brings a folder that holds no call, or a wrong one.
    """
    if request.folder is not None:
        from validator.calls.packed import unpacked  # noqa: PLC0415 - only when a folder comes

        bring(unpacked(request.folder))
    _said[:] = [request.model_copy(update={"folder": None})]  # the archive need not stay twice


def page() -> requests.Begin:
    """Return the page's call and links.

    Raises:
        LookupError: `begin` was not called before.
    """
    if not _said:
        message = "no page has begun"
        raise LookupError(message)
    return _said[0]


def page_call() -> Call:
    """Return the call that the page is about.

    Raises:
        LookupError: `begin` was not called before.
    """
    return load(page().call)
