"""One page of a browser."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from bench.cdp import Connection, ProtocolError

PATIENCE = 120
"""Seconds until a page that shows nothing is given up."""
_LOOKS = 0.05
_TOLD_MOST = 300


class Tab:
    """One page of a browser; what it loads is not told, for that costs it time."""

    def __init__(self, connection: Connection) -> None:
        """Open an empty page."""
        self._connection = connection
        target = connection.send("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = {"targetId": target, "flatten": True}
        self._session = connection.send("Target.attachToTarget", attached)["sessionId"]
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

    def pause(self, seconds: float) -> None:
        """Let time pass, and take in what the browser tells."""
        self._connection.pump(lambda: False, seconds)
