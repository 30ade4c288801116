"""Serves the site as a faulty network delivers it: files are refused, cut off, altered or replaced.

A real server sends the faulty answers, since a damaged file in the browser's cache is half of what
tests look at. Answers that Playwright puts in place of the server's never get into that cache.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

from site_build.publishing.headers import SERVED
from site_build.serve import Handler, content_type, headers_for

PORTAL = "<!doctype html><title>登录</title><p>请先登录单位网络"
FOR_EVER = 10**9


class Network:
    """Which files are harmed, how, and how often."""

    def __init__(self) -> None:
        """Begin with no harm."""
        self.address = ""
        self.ended = Event()
        self._harms: dict[str, tuple[Callable, int]] = {}

    def harm(self, file: str, how: Callable[["Harmed"], None], times: int = FOR_EVER) -> None:
        """Harm the next `times` answers for a file of that name, or for all files (`*`)."""
        self._harms[file] = (how, times)

    def heal(self) -> None:
        """End all harm."""
        self._harms.clear()

    def take(self, address: str) -> Callable[["Harmed"], None] | None:
        """Return what harms the next answer for an address, and count it; None for no harm."""
        name = address.rsplit("/", 1)[-1]
        key = name if name in self._harms else "*"
        how, times = self._harms.get(key, (None, 0))
        if not times or (key == "*" and not name):  # `*` spares pages, whose addresses end in `/`.
            return None
        self._harms[key] = (how, times - 1)
        return how


class Harmed(Handler):
    """Answers as `make serve` does, unless the network harms the answer."""

    def __init__(self, *args: object, network: Network, site: Path, table: dict) -> None:
        """Keep the network, then answer."""
        self.network = network
        self.table = table
        super().__init__(*args, site=site, table=table)

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        """Answer."""
        how = self.network.take(urlsplit(self.path).path)
        if how:
            how(self)
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    @property
    def content(self) -> bytes:
        """The file as it is published."""
        return Path(self.translate_path(self.path)).read_bytes()

    def reply(
        self, body: bytes, kind: str = "", status: int = HTTPStatus.OK, length: int = 0
    ) -> None:
        """Send `body` in place of the file, with the file's headers.

        Args:
            body: The bytes to send.
            kind: The content type; '' for the file's own.
            status: The HTTP status.
            length: The length to announce; 0 for the length of `body`.
        """
        path = Path(self.translate_path(self.path))
        self.send_response(status)
        self.send_header("Content-Type", kind or content_type(self.table["types"], path))
        self.send_header("Content-Length", str(length or len(body)))
        for name, value in headers_for(self.table, urlsplit(self.path).path).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def refused(it: Harmed) -> None:
    """A policy forbids the file."""
    it.send_error(HTTPStatus.FORBIDDEN)


def missing(it: Harmed) -> None:
    """The file is not there."""
    it.send_error(HTTPStatus.NOT_FOUND)


def busy(it: Harmed) -> None:
    """The server is overwhelmed."""
    it.send_error(HTTPStatus.SERVICE_UNAVAILABLE)


def stalled(it: Harmed) -> None:
    """No byte ever comes."""
    it.network.ended.wait()
    it.close_connection = True


def slow(it: Harmed) -> None:
    """The file comes whole, but after the others."""
    it.network.ended.wait(2)
    it.reply(it.content)


def cut_off(it: Harmed) -> None:
    """The connection ends half way."""
    content = it.content
    it.reply(content[: len(content) // 2], length=len(content))
    it.close_connection = True


def as_text(it: Harmed) -> None:
    """Something on the way changes the type."""
    it.reply(it.content, kind="text/plain; charset=utf-8")


def altered(it: Harmed) -> None:
    """One bit is turned: in a script that of the first letter, so that the script cannot run."""
    content = bytearray(it.content)
    content[0 if urlsplit(it.path).path.endswith("js") else len(content) // 2] ^= 1
    it.reply(bytes(content))


def portal(it: Harmed) -> None:
    """A log-in page comes in the place of the file."""
    it.reply(PORTAL.encode(), kind="text/html; charset=utf-8")


@contextmanager
def network(site: Path) -> Iterator[Network]:
    """Serve a site through a network that a test may spoil."""
    made = Network()
    table = json.loads(SERVED.read_text("utf-8"))

    def handle(*args: object) -> None:
        try:
            Harmed(*args, network=made, site=site, table=table)
        except ConnectionError:
            time.sleep(0)  # The browser has closed the connection before the answer was complete.

    with ThreadingHTTPServer(("127.0.0.1", 0), handle) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        made.address = f"http://127.0.0.1:{server.server_port}"
        yield made
        made.ended.set()
        server.shutdown()
