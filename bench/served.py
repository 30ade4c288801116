"""Runs nginx with the configuration that ships: the site, and each peer in a folder of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from site_build import folders, nginx

BLANK = "blank.html"
"""An empty page of the site, from which to fetch files and to measure the link."""
_CHOOSING = "map $plain_uri $chosen_content_security_policy {"
_FREE = '\n    "~^/free-" "";'
"""Peers that need inline scripts or eval get no policy: their folders are named `free-…`."""


@dataclass(frozen=True)
class Served:
    """The folders of the server, and its address.

    Attributes:
        origin: `http://127.0.0.1:…`, without a slash at the end.
        folder: The folder that is served: a copy of the built site.
        work: A folder for profiles and other files that are not served.
    """

    origin: str
    folder: Path
    work: Path

    def address(self, path: str, peer: str = "") -> str:
        """Return the address of a path in the site, or in a peer's site."""
        return "/".join(filter(None, (self.origin, peer, path)))

    def peer(self, name: str) -> Path:
        """Return a new copy of the site, to be made a peer's. Its files are hard links."""
        folder = self.folder / name
        shutil.copytree(folders.SITE, folder, copy_function=os.link)
        return folder


@contextmanager
def served(work: Path) -> Iterator[Served]:
    """Serve a copy of the built site until the block is left."""
    folder = work / "site"
    shutil.copytree(folders.SITE, folder)
    (folder / BLANK).write_text("<!doctype html><title>blank</title>", "utf-8")
    settings = work / "nginx"
    settings.mkdir()
    port = nginx.free_port()
    main = nginx.configure(settings, folder, port)
    _free_the_peers(settings / "site.conf")
    process = nginx.start(main, port)
    try:
        yield Served(f"http://127.0.0.1:{port}", folder, work)
    finally:
        nginx.stop(process)


def _free_the_peers(settings: Path) -> None:
    text = settings.read_text("utf-8")
    if text.count(_CHOOSING) != 1:
        message = f"{settings.name} does not choose a policy by path any more"
        raise ValueError(message)
    settings.write_text(text.replace(_CHOOSING, _CHOOSING + _FREE), "utf-8")
