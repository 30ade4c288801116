"""A published copy of the site that a test can damage, take off the network, and publish anew."""

import base64
import hashlib
import json
import re
import subprocess
from pathlib import Path

from browser import web
from site_build import nginx
from site_build.publishing import edition

NEWS = "第二版说明"
_NEW_NAME = "feedfacefeedface"


class Published:
    """The site on a server of its own."""

    def __init__(self, served: Path, folder: Path, under: str = "") -> None:
        """Copy the prepared site and serve the copy, below the path `under` of its server."""
        self._folder = folder
        self._port = nginx.free_port()
        self._root = folder / "root"
        self.site = self._root / under
        self.site.parent.mkdir(parents=True, exist_ok=True)
        web.linked_copy(served, self.site)
        self.address = f"http://127.0.0.1:{self._port}/{under}".rstrip("/")
        self.edition = _list_anew(self.site)
        self._process: subprocess.Popen[bytes] | None = None
        self.serve()

    def serve(self) -> None:
        """Start the server."""
        main = nginx.configure(self._folder, self._root, self._port)
        self._process = nginx.start(main, self._port)

    def stop(self) -> None:
        """End the server, so that requests fail."""
        if self._process:
            nginx.stop(self._process)
            self._process = None

    def manifest(self) -> dict:
        """Return the runtime's manifest, with the build that the published worker names."""
        (path,) = self.site.glob("assets/*/js/worker.mjs")
        manifest = json.loads((web.ROOT / "build" / "runtime" / "manifest.json").read_text("utf-8"))
        (build,) = re.findall('build:"([0-9a-f]{16})"', path.read_text("utf-8"))
        return manifest | {"build": build}

    def publish_second(self) -> str:
        """Put another edition in place of this one, with other pages, scripts and addresses.

        Returns:
            The id of the other edition.
        """
        second = self._folder / "second"
        web.linked_copy(self.site, second)
        old = second / "assets" / Path(web.SCRIPTS).parent.name
        build = self.manifest()["build"]
        (second / "runtime" / build).rename(second / "runtime" / _NEW_NAME)
        digests = {}
        for script in (old / "js").glob("*.mjs"):
            before = _integrity(script)
            text = script.read_text("utf-8").replace(build, _NEW_NAME)
            web.replace(script, text.encode())
            digests[before] = _integrity(script)
        for page in second.rglob("*.html"):
            text = page.read_text("utf-8").replace(old.name, _NEW_NAME)
            for before, after in digests.items():
                text = text.replace(before, after)
            web.replace(page, text.replace("</h1>", f"</h1><p>{NEWS}</p>", 1).encode())
        old.rename(old.with_name(_NEW_NAME))
        made = _list_anew(second)
        self.site.rename(self._folder / "first")
        second.rename(self.site)
        return made


def _list_anew(site: Path) -> str:
    for name in ("sw.js", edition.LIST):
        web.replace(site / name, b"")
    return edition.write(site)


def _integrity(path: Path) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
