"""A Chromium with a profile of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.cdp import Connection
from bench.link import OPEN, Link
from bench.tab import Tab

_SETTLED = 2.0
"""Seconds for what a browser does when it is started: a visitor's has long been."""
_BINARY = os.environ.get("CHROMIUM", "/usr/bin/chromium")
_ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no other host exists
    "--lang=zh-CN",
    "--window-size=1280,900",
]


@contextmanager
def browser(profile: Path, link: Link = OPEN) -> Iterator[Tab]:
    """Start a browser on a profile, new or used, with one empty tab on a link."""
    binary = shutil.which(_BINARY) or _BINARY
    connection = Connection([binary, f"--user-data-dir={profile}", *_ARGUMENTS])
    try:
        tab = Tab(connection, link)
        tab.pause(_SETTLED)
        yield tab
    finally:
        connection.close()
