"""What the page said once, as it started."""

from __future__ import annotations

from validator.worker import requests

_said: list[requests.Begin] = []


def begin(request: requests.Begin) -> None:
    """Keep what the page says for all requests after this one."""
    _said[:] = [request]


def page() -> requests.Begin:
    """Return what the page said.

    Raises:
        LookupError: no page has begun.
    """
    if not _said:
        message = "no page has begun"
        raise LookupError(message)
    return _said[0]
