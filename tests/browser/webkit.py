"""Debian's WebKitGTK, driven by W3C WebDriver (JSON over HTTP), on a virtual screen."""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_build.nginx import free_port

_DRIVER = os.environ.get("WEBKIT_DRIVER", "WebKitWebDriver")
_PATIENCE = 120


class Tab:
    """One page of a running WebKit."""

    def __init__(self, address: str) -> None:
        """Open a session."""
        self._session = f"{address}/session"
        wanted = {"capabilities": {"alwaysMatch": {"timeouts": {"script": _PATIENCE * 1000}}}}
        self._session += f"/{self._ask('', wanted)['sessionId']}"

    def goto(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self._ask("/url", {"url": address})

    def back(self) -> None:
        """Go back in the history."""
        self._ask("/back", {})

    def reload(self) -> None:
        """Load the page anew."""
        self._ask("/refresh", {})

    def evaluate(self, function: str, given: object = None) -> object:
        """Call a JavaScript function with a JSON value; return the value of its promise."""
        script = f"return ({function})(arguments[0])"
        return self._ask("/execute/sync", {"script": script, "args": [given]})

    def wait_for(self, function: str, given: object = None) -> None:
        """Wait until a JavaScript function returns something true."""
        deadline = time.monotonic() + _PATIENCE
        while not self.evaluate(function, given):
            if time.monotonic() > deadline:
                message = f"{function} did not come true"
                raise TimeoutError(message)
            time.sleep(0.1)

    def close(self) -> None:
        """End the browser."""
        self._send("DELETE", self._session)

    def _ask(self, command: str, given: object) -> object:
        return self._send("POST", self._session + command, json.dumps(given).encode())

    def _send(self, method: str, address: str, body: bytes | None = None) -> object:
        request = urllib.request.Request(address, body, method=method)  # noqa: S310 - ours
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None


@contextmanager
def running(folder: Path) -> Iterator[Tab]:
    """Start WebKit with an empty home folder."""
    with _screen() as screen, _driver(folder, screen) as address:
        tab = Tab(address)
        yield tab
        tab.close()


@contextmanager
def _screen() -> Iterator[str]:
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, pass_fds=[theirs], stdout=quiet, stderr=quiet)  # noqa: S603
    os.close(theirs)
    try:
        with os.fdopen(ours) as told:
            number = told.readline().strip()
            assert number, "no screen"
        yield f":{number}"
    finally:
        process.terminate()
        process.wait(_PATIENCE)


@contextmanager
def _driver(folder: Path, screen: str) -> Iterator[str]:
    port = free_port()
    own = {"HOME": str(folder), "DISPLAY": screen, "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
    own |= {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CACHE", "CONFIG")}
    with (folder / "webkit.log").open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 - every word is ours
            [_DRIVER, f"--port={port}"], env=os.environ | own, stdout=out, stderr=out
        )
    try:
        for _ in range(_PATIENCE * 10):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, (folder / "webkit.log").read_text("utf-8", "replace")
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(_PATIENCE)
