"""Counts the bytes that a visit of each page fetches, and writes `build/bytes.json`.

Run after the site is packed: `python -m site_build.publishing.bytes`. Every page has a sum `page`.
A page that runs Python also has the sums `first`, of what is fetched before the first finding, and
`later`, of what is fetched after that. A sum has its files, and their bytes as they are, by gzip
and by brotli.
"""

from __future__ import annotations

import json
import posixpath
from html.parser import HTMLParser
from pathlib import Path
from typing import TypedDict
from urllib.parse import urlsplit

from site_build.folders import BUILD, RUNTIME, SITE

WRITTEN = BUILD / "bytes.json"
_START, _WORKER = "/start.js", "/worker.mjs"
_INDEX = "search/search_index.json"


class Sum(TypedDict):
    """Files, and the bytes of all: as they are, and packed by each encoding."""

    raw: int
    gzip: int
    brotli: int
    files: list[str]


def count(site: Path = SITE) -> dict[str, dict[str, Sum]]:
    """Find the files that a browser fetches for each page, by reading the page's HTML.

    Args:
        site: The folder of the built and packed site.

    Returns:
        By page address, from the site's root: the sums, by the names in this module's docstring.

    Raises:
        FileNotFoundError: A page asks for a file that the site does not have.
    """
    pages = [it for it in sorted(site.rglob("index.html")) if not _leads_on(it)]
    return {
        page.parent.relative_to(site).as_posix().removeprefix(".") + "/": _visit(site, page)
        for page in pages
    }


def _leads_on(page: Path) -> bool:
    """Whether a page only leads on from an earlier address: a visit is one of another page."""
    return "assets/theme/moved.js" in page.read_text("utf-8")


def _visit(site: Path, page: Path) -> dict[str, Sum]:
    loaded, folders = _loaded(site, page)
    told = {"page": _sum(site, loaded)}
    start = next((name for name in loaded if name.endswith(_START)), None)
    if start:
        worker = start.removesuffix(_START) + _WORKER
        runtime = json.loads((RUNTIME / "manifest.json").read_text("utf-8"))
        folder = f"runtime/{runtime['build']}"
        parts = {f"{folder}/{name}" for name in runtime["files"]}
        later = {f"{folder}/{name}" for name in runtime["later"]}
        told["first"] = _sum(site, {worker} | folders | parts - later)
        told["later"] = _sum(site, later)
    return told


def _loaded(site: Path, page: Path) -> tuple[set[str], set[str]]:
    """Return the files that a page fetches, and the packed folder of its call if it has one."""
    reader = _Reader()
    reader.feed(page.read_text("utf-8"))
    reader.close()
    here = page.parent.relative_to(site).as_posix()

    def place(address: str) -> str:
        return posixpath.normpath(posixpath.join(here, urlsplit(address).path))

    named = {place(address) for address in (*reader.files, reader.search)}
    return named | {_INDEX, page.relative_to(site).as_posix()}, set(map(place, reader.folders))


def _sum(site: Path, names: set[str]) -> Sum:
    def size(name: str, ending: str) -> int:
        packed = site / (name + ending)
        return (packed if packed.is_file() else site / name).stat().st_size

    def total(ending: str) -> int:
        return sum(size(name, ending) for name in names)

    return {
        "raw": total(""),
        "gzip": total(".gz"),
        "brotli": total(".br"),
        "files": sorted(names),
    }


class _Reader(HTMLParser):
    """Collects the files that a page's elements fetch, and the script of the search's worker."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []
        self.folders: list[str] = []
        self.search = ""
        self._is_config = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        source, target = given.get("src"), given.get("href")
        if source and tag in {"script", "img"}:
            self.files.append(source)
        if target and tag == "link" and given.get("rel") in {"stylesheet", "icon"}:
            self.files.append(target)
        if folder := given.get("data-folder"):
            self.folders.append(json.loads(folder)["address"])
        self._is_config = given.get("id") == "__config"

    def handle_data(self, data: str) -> None:
        if self._is_config:
            self.search = json.loads(data)["search"]
            self._is_config = False


def main() -> None:
    """Write `build/bytes.json`."""
    WRITTEN.write_text(json.dumps(count(), ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
