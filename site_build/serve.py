"""Serves the built site on this machine, with the headers of the real server."""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from site_build.folders import SITE
from site_build.publishing.headers import SERVED, Table, Types

if TYPE_CHECKING:
    from socket import socket
    from socketserver import BaseServer
    from typing import BinaryIO

NOT_FOUND = "404.html"
HOST = "127.0.0.1"
_PACKED = {".br": "br", ".gz": "gzip"}
"""By the ending of a packed copy beside a file: HTTP's name of the encoding; the smallest first."""


class Handler(SimpleHTTPRequestHandler):
    """Answers from the site's folder, with the same headers as a server by `deploy/nginx.conf`."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self,
        request: socket,
        client: tuple[str, int],
        server: BaseServer,
        *,
        site: Path,
        table: Table,
    ) -> None:
        """Keep the folder and the table of headers, then answer.

        Args:
            request: The connection.
            client: Address and port of the browser.
            server: The server that accepted the connection.
            site: The folder to serve.
            table: The contents of `build/headers.json`.
        """
        self._table = table
        super().__init__(request, client, server, directory=str(site))

    def send_head(self) -> BinaryIO | None:
        """Send status and headers.

        Returns:
            The file to send after them, or None when there is none.
        """
        address, _, query = self.path.partition("?")
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not address.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{address}/" + (f"?{query}" if query else ""))
            self._send_rest(address, 0)
            return None
        if path.is_dir():
            path /= "index.html"
        if path.is_file() and path.suffix not in _PACKED:
            return self._send_file(HTTPStatus.OK, path)
        return self._send_file(HTTPStatus.NOT_FOUND, Path(self.directory) / NOT_FOUND)

    def _send_file(self, status: HTTPStatus, path: Path) -> BinaryIO:
        packed = {it: path.with_name(path.name + it) for it in _PACKED}
        packed = {it: sibling for it, sibling in packed.items() if sibling.is_file()}
        ending = next((it for it in packed if self._accepts(it)), None)
        body = packed[ending] if ending else path
        self.send_response(status)
        self.send_header("Content-Type", content_type(self._table["types"], path))
        if packed:
            self.send_header("Vary", "Accept-Encoding")
        if ending:
            self.send_header("Content-Encoding", _PACKED[ending])
        self._send_rest("/" + path.relative_to(self.directory).as_posix(), body.stat().st_size)
        return body.open("rb")

    def _accepts(self, ending: str) -> bool:
        accepted = self.headers.get("Accept-Encoding", "")
        if ending == ".br":
            return bool(re.search(self._table["packed"]["brotli"], accepted, re.IGNORECASE))
        return "gzip" in accepted

    def _send_rest(self, address: str, length: int) -> None:
        self.send_header("Content-Length", str(length))
        for name, value in headers_for(self._table, address).items():
            self.send_header(name, value)
        self.end_headers()


def content_type(types: Types, path: Path) -> str:
    """Return a file's content type, with the character set if it is text.

    Args:
        types: The `types` of the table of headers.
        path: The file.

    Returns:
        The header's value.
    """
    kind = types["endings"].get(path.suffix.removeprefix("."), types["default"])
    return f"{kind}; charset={types['charset']}" if kind in types["text"] else kind


def headers_for(table: Table, address: str) -> dict[str, str]:
    """Return the headers of a file, except those of its type, length and encoding.

    Args:
        table: The contents of `build/headers.json`.
        address: The file's path in the site, beginning with a slash.

    Returns:
        Header values by name.
    """
    chosen: dict[str, str] = {}
    for choice in table["choice"]:
        hits = (p["value"] for p in choice["patterns"] if re.search(p["path"], address))
        chosen[choice["header"]] = next(hits, choice["default"])
    return table["headers"] | chosen


def server_for(port: int, site: Path = SITE, served: Path = SERVED) -> ThreadingHTTPServer:
    """Make a server on 127.0.0.1.

    Args:
        port: The port; 0 takes a free one.
        site: The folder to serve.
        served: The table of headers.

    Returns:
        The server, not yet running.

    Raises:
        OSError: The port is taken, or the site has not been built.
    """
    table: Table = json.loads(served.read_text("utf-8"))

    def handle(request: socket, client: tuple[str, int], server: BaseServer) -> Handler:
        return Handler(request, client, server, site=site, table=table)

    return ThreadingHTTPServer((HOST, port), handle)
