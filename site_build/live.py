"""Serves the site to whoever writes it; each change is built, and open pages load anew.

A build that fails leaves the site as it was; what is wrong is said on the open pages. Changes are
noticed by watchdog, which MkDocs brings along. Make decides what is built.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from site_build.folders import BUILD, ROOT, SITE
from site_build.publishing.headers import SERVED, Table
from site_build.serve import HOST, Handler

if TYPE_CHECKING:
    from socket import socket
    from socketserver import BaseServer

WATCHED = ("docs", "site_templates", "site_build", "validator", "browser_python", "deploy")
_MADE = re.compile(r"(^|/)(compiled|__pycache__)(/|$)|(^|/)[.~][^/]*$|~$")
"""Files that the build makes beside the sources, and those that editors keep of an open file."""
_CHANGES = ("created", "modified", "moved", "deleted")
_PAUSE = 0.3
"""Seconds after a change before the build: an editor writes a file in several steps."""
_BEAT = 15
"""Seconds between signs of life, by which the server notices a page that is gone."""
_EVENTS, _SCRIPT, _WORKER = "/live/events", "/live/page.js", "/sw.js"
_NO_WORKER = b"""// While the site is written, nothing of it is kept for use without a network.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.registration.unregister()));
"""
_EXCEPTION = re.compile(r"^(?:[\w.]*\.)?\w*(?:Error|Exception|Exit): ?", re.MULTILINE)
_NOISE = re.compile(
    r"^(INFO|make(\[\d+\])?:|  File |Traceback|\s+\^|rm -rf |(\w+=\S+ )*\S*python\S* -m )"
)
_SAID_LINES = 30


class Live:
    """The site as it was last built, and how the build stands."""

    def __init__(self) -> None:
        """Begin with the site that is built."""
        self._changed = threading.Condition()
        self._said, self._building = "", False
        self._folder, self._table, self._edition = self._kept()

    @property
    def site(self) -> tuple[Path, Table, str]:
        """The folder to serve, its table of headers, and the edition's name."""
        return self._folder, self._table, self._edition

    def state(self, known: str = "") -> str:
        """Return how the build stands, as JSON; wait for a state that is not the known one.

        Args:
            known: what was returned before.

        Returns:
            `edition`, `building` and what is `said` of the last build, if it failed. The known
            state again, when nothing happened for some time.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._state() != known, _BEAT)
            return self._state()

    def build(self) -> None:
        """Build what has changed, and tell the pages how that went."""
        if _make("--question").returncode == 0:
            return
        with self._changed:
            self._building = True
            self._changed.notify_all()
        done = _make()
        with self._changed:
            self._building = False
            self._said = "" if done.returncode == 0 else words(done.stdout)
            if done.returncode == 0:
                self._folder, self._table, self._edition = self._kept()
            self._changed.notify_all()
        sys.stdout.write(f"{self._said or '网站已重新生成。'}\n")
        sys.stdout.flush()

    def _state(self) -> str:
        return json.dumps(
            {"edition": self._edition, "building": self._building, "said": self._said}
        )

    def _kept(self) -> tuple[Path, Table, str]:
        """Keep the built site elsewhere, since the next build begins by removing it."""
        edition = str(time.time_ns())
        home = BUILD / "live"
        shutil.copytree(SITE, home / edition, copy_function=os.link)
        for older in home.iterdir():
            if older.name != edition:
                shutil.rmtree(older)
        return home / edition, json.loads(SERVED.read_text("utf-8")), edition


class LiveHandler(Handler):
    """Serves a site that is built while it is served."""

    def __init__(
        self, request: socket, client: tuple[str, int], server: BaseServer, *, live: Live
    ) -> None:
        """Answer from the site as it was last built."""
        self._live = live
        site, table, self._edition = live.site
        super().__init__(request, client, server, site=site, table=table)

    def do_GET(self) -> None:  # noqa: N802 - named by http.server
        """Answer a request; some addresses are the server's own."""
        site, self._table, self._edition = self._live.site
        self.directory = str(site)
        address = self.path.partition("?")[0]
        if address == _EVENTS:
            self._send_events()
        elif address == _SCRIPT:
            self._send_own(Path(__file__).with_suffix(".js").read_bytes())
        elif address == _WORKER:
            self._send_own(_NO_WORKER)
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing of requests, among which what is wrong with a build would not be seen."""

    def _send_file(self, status: HTTPStatus, path: Path) -> BinaryIO:
        if path.suffix != ".html":
            return super()._send_file(status, path)
        script = f'<script src="{_SCRIPT}" data-built="{self._edition}"></script></head>'
        page = path.read_bytes().replace(b"</head>", script.encode(), 1)
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self._send_rest("/" + path.relative_to(self.directory).as_posix(), len(page))
        return io.BytesIO(page)

    def _send_own(self, script: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/javascript; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(script)))
        self.end_headers()
        self.wfile.write(script)

    def _send_events(self) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        known = ""
        try:
            while True:
                state = self._live.state(known)
                event = f"data: {state}\n\n" if state != known else ": \n\n"
                self.wfile.write(event.encode())
                self.wfile.flush()
                known = state
        except OSError:  # the page was left
            return


class _Watcher(FileSystemEventHandler):
    """Notices that a source has changed."""

    def __init__(self) -> None:
        self.noticed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = (os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
        ours = any(not _MADE.search(os.path.relpath(path, ROOT)) for path in paths)
        if ours and event.event_type in _CHANGES and not event.is_directory:
            self.noticed.set()


def words(output: str) -> str:
    """Return what is wrong with a build, without what is for programmers.

    Args:
        output: what make and the programs that it ran have printed.

    Returns:
        The message of the last exception, else the last lines that are no chatter.
    """
    raised = [*_EXCEPTION.finditer(output)]
    told = output[raised[-1].end() :] if raised else output
    lines = [line for line in told.splitlines() if line.strip() and not _NOISE.match(line)]
    return "\n".join(lines[:_SAID_LINES] if raised else lines[-_SAID_LINES:])


def _make(*options: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    return subprocess.run(  # noqa: S603 - ours
        ["make", "--no-print-directory", *options, "site"],  # noqa: S607 - where a system has it
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def main() -> None:
    """Serve and build until interrupted, on the port that PORT names, else 8000."""
    live, watcher, observer = Live(), _Watcher(), Observer()
    for name in WATCHED:
        observer.schedule(watcher, str(ROOT / name), recursive=True)
    observer.schedule(watcher, str(ROOT), recursive=False)  # mkdocs.yml
    observer.start()

    def handle(request: socket, client: tuple[str, int], server: BaseServer) -> LiveHandler:
        return LiveHandler(request, client, server, live=live)

    with ThreadingHTTPServer((HOST, int(os.environ.get("PORT", "8000"))), handle) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdout.write(f"http://{HOST}:{server.server_port}/\n")
        sys.stdout.flush()
        try:
            while True:
                watcher.noticed.wait()
                time.sleep(_PAUSE)
                watcher.noticed.clear()
                live.build()
        except KeyboardInterrupt:
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
