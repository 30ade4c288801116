"""Keeps what the page says once, when it starts: its call and its links."""

from __future__ import annotations

from validator.worker import requests

_said: list[requests.Begin] = []


def begin(request: requests.Begin) -> None:
    """Keep the page's call and links for all later requests."""
    _said[:] = [request]


def page() -> requests.Begin:
    """Return the page's call and links.

    Raises:
        LookupError: `begin` was not called before.
    """
    if not _said:
        message = "no page has begun"
        raise LookupError(message)
    return _said[0]
