"""A Chromium with a profile of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from bench.cdp import Connection
from bench.link import OPEN, Link
from bench.tab import Tab
from bench.watched import WatchedTab

_SETTLED = 2.0
"""Seconds to wait after starting a browser: visitors' browsers have finished their own start."""
T = TypeVar("T", bound=Tab)
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
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no host but this machine
    "--lang=zh-CN",
    "--window-size=1280,900",
]


@contextmanager
def browser(profile: Path) -> Iterator[Tab]:
    """Start a browser on a profile, new or used, with one empty tab."""
    with _started(profile, Tab) as tab:
        yield tab


@contextmanager
def watched_browser(profile: Path, link: Link = OPEN) -> Iterator[WatchedTab]:
    """Start a browser whose tab is on a link, and count the bytes that come over the wire."""
    with _started(profile, lambda connection: WatchedTab(connection, link)) as tab:
        yield tab


@contextmanager
def _started(profile: Path, open_tab: Callable[[Connection], T]) -> Iterator[T]:
    binary = shutil.which(_BINARY) or _BINARY
    connection = Connection([binary, f"--user-data-dir={profile}", *_ARGUMENTS])
    try:
        tab = open_tab(connection)
        tab.pause(_SETTLED)
        yield tab
    finally:
        connection.close()
