"""One nginx with the shipped configuration: our site, and every peer's in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "browser"))

import web  # noqa: E402 - the browser tests' nginx; they are no package

SITE = ROOT / "site"
_PATIENCE = 10
_CHOOSING = "map $plain_uri $chosen_content_security_policy {"
_FREE = '\n    "~^/free-" "";'
"""Peers that need inline scripts or eval get no policy: their folders are named `free-…`."""


@dataclass(frozen=True)
class Served:
    """Where things lie, and where they are served.

    Attributes:
        origin: `http://127.0.0.1:…`, no slash at its end.
        folder: What is served at its root: a copy of the built site.
        work: A folder for profiles and the like.
    """

    origin: str
    folder: Path
    work: Path

    def address(self, path: str, peer: str = "") -> str:
        """The address of a path of our site, or of a peer's."""
        return "/".join(filter(None, (self.origin, peer, path)))

    def peer(self, name: str) -> Path:
        """Return a new copy of our site to make a peer's of; files are shared until replaced."""
        folder = self.folder / name
        shutil.copytree(SITE, folder, copy_function=os.link)
        return folder


@contextmanager
def served(work: Path) -> Iterator[Served]:
    """Serve a copy of the built site until the block is left."""
    folder = web.served_copy(work)
    settings = work / "nginx"
    settings.mkdir()
    port = web.free_port()
    origin = f"http://127.0.0.1:{port}"
    main = web.configure(settings, folder, port)
    _free_the_peers(settings / "site.conf")
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    process = subprocess.Popen([binary, "-p", settings, "-c", main])  # noqa: S603 - ours
    try:
        _wait_for(origin + web.BLANK)
        yield Served(origin, folder, work)
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _free_the_peers(settings: Path) -> None:
    text = settings.read_text("utf-8")
    if text.count(_CHOOSING) != 1:
        message = f"{settings.name} does not choose a policy by path any more"
        raise ValueError(message)
    settings.write_text(text.replace(_CHOOSING, _CHOOSING + _FREE), "utf-8")


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            urlopen(address).close()  # noqa: S310 - http, ours
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
