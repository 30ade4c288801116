"""The Chrome DevTools Protocol over a pipe.

In this protocol each worker of a page is a target of its own. The benchmark has to see a worker
before its first request, to count the worker's bytes. Playwright offers no access to that.
"""

from __future__ import annotations

import fcntl
import json
import os
import select
import time
from collections import deque
from collections.abc import Callable
from typing import Any

Handler = Callable[[dict[str, Any], str], None]
_READ, _WRITE = 3, 4  # the file descriptors that Chromium reads from and writes to
_CHUNK = 1 << 20


class ProtocolError(RuntimeError):
    """The browser refused a command, or did not answer."""


class Connection:
    """One browser process and its protocol."""

    def __init__(self, command: list[str]) -> None:
        """Start the process."""
        theirs_in, ours_out = _pipe()
        ours_in, theirs_out = _pipe()
        self.process = os.posix_spawn(
            command[0],
            [*command, "--remote-debugging-pipe"],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, theirs_in, _READ),
                (os.POSIX_SPAWN_DUP2, theirs_out, _WRITE),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ],
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._in, self._out = ours_in, ours_out
        self._last = 0
        self._rest = b""
        self._arrived: deque[dict[str, Any]] = deque()
        self._answers: dict[int, dict[str, Any]] = {}
        self._awaited: set[int] = set()
        self._handlers: dict[str, list[Handler]] = {}

    def on(self, event: str, handler: Handler) -> None:
        """Call `handler(params, session)` for every event of a name, whatever its session."""
        self._handlers.setdefault(event, []).append(handler)

    def post(self, method: str, params: dict[str, Any] | None = None, session: str = "") -> int:
        """Send a command without waiting for its result. Handlers of events must not wait."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        _write_all(self._out, json.dumps(message).encode() + b"\0")
        return self._last

    def send(
        self,
        method: str,
        params: dict[str, Any] | None = None,
        session: str = "",
        *,
        patience: float = 120,
    ) -> dict[str, Any]:
        """Send a command and return its result.

        Raises:
            ProtocolError: The command was refused, or not answered within `patience` seconds.
        """
        wanted = self.post(method, params, session)
        self._awaited.add(wanted)
        if not self.pump(lambda: wanted in self._answers, patience):
            message = f"{method}: no answer"
            raise ProtocolError(message)
        self._awaited.remove(wanted)
        answer = self._answers.pop(wanted)
        if "error" in answer:
            message = f"{method}: {answer['error']['message']}"
            raise ProtocolError(message)
        result: dict[str, Any] = answer["result"]
        return result

    def pump(self, done: Callable[[], bool], patience: float) -> bool:
        """Read messages until `done()`; return False if `patience` seconds were not enough."""
        deadline = time.monotonic() + patience
        while not done():
            if self._arrived:
                self._take(self._arrived.popleft())
            elif not self._read(deadline - time.monotonic()):
                return False
        return True

    def close(self) -> None:
        """End the process."""
        self.post("Browser.close")
        os.waitpid(self.process, 0)
        os.close(self._in)
        os.close(self._out)

    def _take(self, message: dict[str, Any]) -> None:
        if "id" in message:
            if message["id"] in self._awaited:
                self._answers[message["id"]] = message
            return
        for handler in self._handlers.get(message["method"], ()):
            handler(message["params"], message.get("sessionId", ""))

    def _read(self, patience: float) -> bool:
        if patience <= 0 or not select.select([self._in], [], [], patience)[0]:
            return False
        chunk = os.read(self._in, _CHUNK)
        if not chunk:
            message = "the browser has ended"
            raise ProtocolError(message)
        *whole, self._rest = (self._rest + chunk).split(b"\0")
        self._arrived.extend(json.loads(message) for message in whole)
        return True


def _pipe() -> tuple[int, int]:
    """Return the ends of a pipe, with other numbers than the child gives to its ends."""
    ends = os.pipe()
    reading, writing = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends)
    for end in ends:
        os.close(end)
    return reading, writing


def _write_all(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]
