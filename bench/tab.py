"""One page of a browser."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from bench.cdp import Connection, ProtocolError

PATIENCE = 120
"""Seconds to wait for a page that does not show what it should."""
_LOOKS = 0.05
_TOLD_MOST = 300


class Tab:
    """One page of a browser. Its requests are not reported, since reports would slow it down."""

    def __init__(self, connection: Connection) -> None:
        """Open an empty page."""
        self._connection = connection
        target = connection.send("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = {"targetId": target, "flatten": True}
        self._session = connection.send("Target.attachToTarget", attached)["sessionId"]
        connection.send("Page.enable", session=self._session)
        connection.send("Page.bringToFront", session=self._session)  # Hidden pages do not paint.

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
            ProtocolError: The expression threw, or took longer than `patience` seconds.
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
        """Type into the focused element, key by key."""
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
        """Return an expression's value once it is true; the page may still be loading.

        Raises:
            TimeoutError: The value was not true within `patience` seconds.
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
        """Wait, and handle the browser's messages meanwhile."""
        self._connection.pump(lambda: False, seconds)
