"""Debian's Firefox, driven by its own protocol: WebDriver BiDi over a web socket."""

import json
import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from websockets.sync.client import ClientConnection, connect

_FIREFOX = os.environ.get("FIREFOX", "firefox-esr")
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_PATIENCE = 120
# Settings that keep Firefox from contacting its maker's hosts.
_SETTINGS = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


class Tab:
    """One page of a running Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        """Open a session, and collect the errors that pages log."""
        self.errors: list[str] = []
        self._socket = socket
        self._asked = 0
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        (self._page, *_) = self._ask("browsingContext.getTree")["contexts"]

    def goto(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        context = self._page["context"]
        self._ask("browsingContext.navigate", context=context, url=address, wait="complete")

    def back(self) -> None:
        """Go back in the history."""
        self._ask("browsingContext.traverseHistory", context=self._page["context"], delta=-1)

    def reload(self) -> None:
        """Load the page anew."""
        self._ask("browsingContext.reload", context=self._page["context"], wait="complete")

    def evaluate(self, function: str, given: object = None) -> object:
        """Call a JavaScript function with a JSON value; return the JSON value of its promise."""
        answer = self._ask(
            "script.evaluate",
            expression=f"Promise.resolve(({function})({json.dumps(given)})).then(JSON.stringify)",
            target={"context": self._page["context"]},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"].get("value", "null"))

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
        self._ask("browser.close")

    def _ask(self, method: str, **params: object) -> dict:
        self._asked += 1
        self._socket.send(json.dumps({"id": self._asked, "method": method, "params": params}))
        while True:
            told = json.loads(self._socket.recv(_PATIENCE))
            if told.get("method") == "log.entryAdded" and told["params"]["level"] == "error":
                self.errors.append(told["params"]["text"])
            if told.get("id") == self._asked:
                if told["type"] == "error":
                    raise RuntimeError(told["message"])
                return told["result"]


@contextmanager
def running(profile: Path) -> Iterator[Tab]:
    """Start Firefox with a profile of its own."""
    lines = [f'user_pref("{name}", {json.dumps(it)});\n' for name, it in _SETTINGS.items()]
    (profile / "user.js").write_text("".join(lines), "utf-8")
    command = [_FIREFOX, "--headless", "--no-remote", "--profile", str(profile)]
    command += ["--remote-debugging-port", "0"]
    log = profile / "firefox.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out)  # noqa: S603 - ours
    try:
        with connect(_address(process, log) + "/session", max_size=None) as socket:
            tab = Tab(socket)
            yield tab
            tab.close()
        process.wait(_PATIENCE)
    finally:
        process.kill()
        process.wait()


def _address(process: subprocess.Popen, log: Path) -> str:
    for _ in range(_PATIENCE * 10):
        if found := _LISTENING.search(log.read_text("utf-8", "replace")):
            return found[1]
        assert process.poll() is None, log.read_text("utf-8", "replace")
        time.sleep(0.1)
    message = "Firefox does not listen"
    raise TimeoutError(message)
