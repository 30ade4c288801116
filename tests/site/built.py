"""Parses pages of the built site for tests, each page once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
OF_CALL = "calls/shanxi_alliance_2023/"
"""The folder of the pages of the first call."""
_ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Page:
    """What a page holds: ids, addresses that it points to, and the text of marked elements."""

    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    clauses: list[tuple[str, str]] = field(default_factory=list)
    words: str = ""


class _Reader(HTMLParser):
    """Reads a page; text inside an element with data-clause is kept with the clause's position."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._open: list[tuple[str, str | None, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "id" in given:
            self.page.ids.append(given["id"])
        address = given.get(_ADDRESSES.get(tag, ""))
        if address is not None:
            self.page.addresses.append(address)
        position = given.get("data-clause")
        if position:
            self.page.clauses.append((position, ""))
        if tag not in _VOID:
            hidden = tag in {"script", "style"} or "headerlink" in given.get("class", "")
            self._open.append((tag, position, hidden))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(hidden for _, _, hidden in self._open):
            return
        self.page.words += data
        if any(position for _, position, _ in self._open):
            position, text = self.page.clauses[-1]
            self.page.clauses[-1] = (position, text + data)


@cache
def read(path: Path) -> Page:
    """Parse a built page."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader.page


def page(address: str) -> Page:
    """Parse the page at an address such as `guide/conditions/`."""
    return read(SITE / address / "index.html")


def pages() -> list[Path]:
    """Every built page."""
    return sorted(SITE.rglob("*.html"))
