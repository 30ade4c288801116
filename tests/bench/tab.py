"""One page of a browser: its clock, its wire, and all workers that it starts."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.cdp import Connection, ProtocolError
from bench.link import Link
from bench.wire import Wire

_SEE_ALL = {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": True}
PATIENCE = 120
"""Seconds until a page that shows nothing is given up."""
_LOOKS = 0.05
_TOLD_MOST = 300
_NOT_FOUND = 404


class Tab:
    """One page of a browser, and all workers that it starts."""

    def __init__(self, connection: Connection, link: Link) -> None:
        """Open an empty page on a link."""
        self._connection = connection
        self._link = link
        self.wire = Wire()
        self.wire.listen(connection)
        self.workers: dict[str, str] = {}
        connection.on("Target.attachedToTarget", self._attached)
        connection.on("Target.detachedFromTarget", self._detached)
        connection.send("Target.setAutoAttach", _SEE_ALL | {"filter": [{"type": "service_worker"}]})
        target = connection.send("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = {"targetId": target, "flatten": True}
        self._session = connection.send("Target.attachToTarget", attached)["sessionId"]
        for method, params in self._watching("page"):
            connection.send(method, params, self._session)
        connection.send("Page.enable", session=self._session)
        connection.send("Page.bringToFront", session=self._session)  # hidden pages paint nothing

    def before_scripts(self, source: str) -> None:
        """Run a script in every document before its own."""
        connection, arguments = self._connection, {"source": source}
        connection.send("Page.addScriptToEvaluateOnNewDocument", arguments, self._session)

    def goto(self, address: str) -> None:
        """Start to load an address."""
        answer = self._connection.send("Page.navigate", {"url": address}, self._session)
        if "errorText" in answer:
            message = f"{address}: {answer['errorText']}"
            raise ProtocolError(message)

    def evaluate(self, expression: str, *, patience: float = PATIENCE) -> Any:  # noqa: ANN401
        """Return the JSON value of an expression; a promise is awaited.

        Raises:
            ProtocolError: It threw, or took longer than `patience` seconds.
        """
        arguments = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = self._connection.send(
            "Runtime.evaluate", arguments, self._session, patience=patience
        )
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            message = details.get("exception", details).get("description") or str(details)
            raise ProtocolError(message)
        return answer["result"].get("value")

    def type(self, text: str) -> None:
        """Type into what has the focus, key by key."""
        for letter in text:
            for kind in ("keyDown", "keyUp"):
                arguments = {"type": kind, "key": letter}
                if kind == "keyDown":
                    arguments["text"] = letter
                self._connection.send("Input.dispatchKeyEvent", arguments, self._session)

    def choose_file(self, selector: str, file: Path) -> None:
        """Choose a file in a file input."""
        found = {"expression": f"document.querySelector({json.dumps(selector)})"}
        place = self._connection.send("Runtime.evaluate", found, self._session)["result"]
        arguments = {"objectId": place["objectId"], "files": [str(file)]}
        self._connection.send("DOM.setFileInputFiles", arguments, self._session)

    def until(self, expression: str, *, patience: float = PATIENCE) -> Any:  # noqa: ANN401
        """Return an expression's value once it is true; the page may still be on its way.

        Raises:
            TimeoutError: It did not become true within `patience` seconds.
        """
        deadline = time.monotonic() + patience
        while not (value := self.evaluate(f"({expression}) ?? false")):
            if time.monotonic() > deadline:
                where = self.evaluate("`${location} ${document.body?.innerText}`")
                message = f"{expression} did not come true: {where[:_TOLD_MOST]}"
                raise TimeoutError(message)
            self.pause(_LOOKS)
        return value

    def hear_missing(self, hear: Callable[[str], None]) -> None:
        """Be told the address of every file that the page or a worker asks for and does not get."""
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

    def pause(self, seconds: float) -> None:
        """Let time pass, and take in what the browser tells."""
        self._connection.pump(lambda: False, seconds)

    def _watching(self, kind: str) -> list[tuple[str, dict[str, Any]]]:
        """What a target is told before it may start.

        A page's conditions hold for its workers as well (`network.py` proves it); said again for
        a worker, they disturb what is on its way. A service worker is no part of the page.
        """
        told = [("Network.enable", {}), ("Target.setAutoAttach", _SEE_ALL)]
        if self._link.bits and kind != "worker":
            told.append(("Network.emulateNetworkConditions", self._link.conditions))
        return told

    def _attached(self, event: dict[str, Any], _session: str) -> None:
        kind, session = event["targetInfo"]["type"], event["sessionId"]
        if kind == "page":
            return
        self.workers[session] = kind
        for method, params in self._watching(kind):
            self._connection.post(method, params, session)
        self._connection.post("Runtime.runIfWaitingForDebugger", session=session)

    def _detached(self, event: dict[str, Any], _session: str) -> None:
        self.workers.pop(event["sessionId"], None)
