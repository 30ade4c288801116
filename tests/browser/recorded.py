"""Serves the site, and records every request as it comes in: first line, headers, body."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from site_build.publishing.headers import SERVED
from site_build.serve import Handler


@dataclass
class Recorded:
    """The address of the server, and what it was sent."""

    address: str = ""
    requests: list[str] = field(default_factory=list)


@contextmanager
def recorded(site: Path) -> Iterator[Recorded]:
    """Serve a site as `make serve` does, and record what comes in, whatever the method."""
    made = Recorded()
    table = json.loads(SERVED.read_text("utf-8"))

    class Recording(Handler):
        def parse_request(self) -> bool:
            is_whole = super().parse_request()
            if is_whole:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                made.requests.append(f"{self.requestline}\n{self.headers}\n{body!r}")
            return is_whole

        def do_POST(self) -> None:  # noqa: N802 - the library's name
            self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    def handle(*args: object) -> None:
        Recording(*args, site=site, table=table)

    with ThreadingHTTPServer(("127.0.0.1", 0), handle) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        made.address = f"http://127.0.0.1:{server.server_port}"
        yield made
        server.shutdown()
