"""A Chromium on a profile folder, which a test can kill as a power failure would."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Page


class Killable:
    """A browser process, its children, and a page in it."""

    def __init__(self, binary: str, arguments: Sequence[str], profile: Path) -> None:
        """Start Chromium on the folder `profile`, which is made if it does not exist."""
        port = profile / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        command = [binary, "--headless=new", "--remote-debugging-port=0", *arguments]
        command += [f"--user-data-dir={profile}", "about:blank"]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(  # noqa: S603 - every word is ours
            command, start_new_session=True, stdout=quiet, stderr=quiet
        )
        for _ in range(600):
            if port.exists() and port.read_text().count("\n"):
                self.port = int(port.read_text().split("\n")[0])
                return
            time.sleep(0.05)
        self.kill()
        message = "Chromium does not answer"
        raise TimeoutError(message)

    def connect(self, kind: BrowserType) -> tuple[Browser, Page]:
        """Connect Playwright; return the browser and the page of its first tab."""
        browser = kind.connect_over_cdp(f"http://127.0.0.1:{self.port}")
        return browser, browser.contexts[0].pages[0]

    def kill(self) -> None:
        """Kill all processes of the browser at once."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(10)
