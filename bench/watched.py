"""A page of a browser whose requests are reported, with those of all workers that it starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bench.cdp import Connection
from bench.link import OPEN, Link
from bench.tab import Tab
from bench.wire import Wire

_SEE_ALL = {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": True}
_QUIET = 2.0
"""Seconds without a byte after which a page counts as loaded."""
_NOT_FOUND = 404


class WatchedTab(Tab):
    """One page of a browser on a link, and the bytes that the page and its workers load.

    Every worker has to wait when it starts, and every piece of a file is reported. On a link with a
    limit that costs little; without a limit it is more than a tenth of a start.
    """

    def __init__(self, connection: Connection, link: Link = OPEN) -> None:
        """Open an empty page on a link."""
        self._link = link
        self.wire = Wire()
        self.wire.listen(connection)
        connection.on("Target.attachedToTarget", self._attached)
        connection.send("Target.setAutoAttach", _SEE_ALL | {"filter": [{"type": "service_worker"}]})
        super().__init__(connection)
        for method, params in self._watching("page"):
            connection.send(method, params, self._session)

    def settle(self) -> None:
        """Wait until nothing loads any more."""
        while True:
            before = self.wire.bytes
            self.pause(_QUIET)
            if self.wire.bytes == before:
                return

    def hear_missing(self, hear: Callable[[str], None]) -> None:
        """Call `hear` with the address of every file that the page or a worker does not get."""
        asked: dict[str, str] = {}

        def ask(event: dict[str, Any], _session: str) -> None:
            asked[event["requestId"]] = event["request"]["url"]

        def answer(event: dict[str, Any], _session: str) -> None:
            if event["response"]["status"] >= _NOT_FOUND:
                hear(event["response"]["url"])

        self._connection.on("Network.requestWillBeSent", ask)
        self._connection.on("Network.responseReceived", answer)
        self._connection.on(
            "Network.loadingFailed", lambda event, _: hear(asked[event["requestId"]])
        )

    def _watching(self, kind: str) -> list[tuple[str, dict[str, Any]]]:
        """Return the commands that a target gets before it may start.

        A limit that is set for a page also holds for its workers, as `network.py` proves. To set
        the limit for a worker again would disturb requests under way. A service worker is no part
        of the page, so it gets the limit.
        """
        told = [("Network.enable", {}), ("Target.setAutoAttach", _SEE_ALL)]
        if self._link.bits and kind != "worker":
            told.append(("Network.emulateNetworkConditions", self._link.conditions))
        return told

    def _attached(self, event: dict[str, Any], _session: str) -> None:
        kind, session = event["targetInfo"]["type"], event["sessionId"]
        if kind == "page":
            return
        for method, params in self._watching(kind):
            self._connection.post(method, params, session)
        self._connection.post("Runtime.runIfWaitingForDebugger", session=session)
