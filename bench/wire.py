"""Counts the bytes that came over the wire, by the browser's reports of every request."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bench.cdp import Connection


@dataclass
class _Request:
    headers: int = 0
    body: int = 0
    has_content: bool = False


@dataclass
class Wire:
    """The bytes of finished requests, of a page and of its workers: headers and bodies."""

    bytes: int = 0
    _open: dict[str, _Request] = field(default_factory=dict)

    def listen(self, connection: Connection) -> None:
        """Count the requests of every target of a browser."""
        connection.on("Network.responseReceived", self._begun)
        connection.on("Network.dataReceived", self._received)
        connection.on("Network.loadingFinished", self._finished)

    def _begun(self, event: dict[str, Any], _session: str) -> None:
        response = event["response"]
        request = self._open.setdefault(event["requestId"], _Request())
        if response.get("fromDiskCache") or response.get("fromServiceWorker"):
            return
        told = {name.lower(): value for name, value in response["headers"].items()}
        request.headers = response["encodedDataLength"]
        request.body = int(told.get("content-length", 0))

    def _received(self, event: dict[str, Any], _session: str) -> None:
        request = self._open.setdefault(event["requestId"], _Request())
        request.has_content = request.has_content or event["dataLength"] > 0

    def _finished(self, event: dict[str, Any], _session: str) -> None:
        self.bytes += event["encodedDataLength"]
        request = self._open.pop(event["requestId"], _Request())
        # Of the file that a worker is started from, the browser counts the headers alone. The id of
        # such a request, like that of a document, has no dot.
        is_own = "." not in event["requestId"]
        if is_own and request.has_content and event["encodedDataLength"] == request.headers:
            self.bytes += request.body
