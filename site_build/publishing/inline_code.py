"""Hashes the inline scripts and styles of built pages for the Content-Security-Policy.

A policy that allows inline code by hashes allows no `style` attribute, no event attribute and no
`javascript:` link; a browser would silently not run them. So they are found and refused here.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_RUN_AS_SCRIPT = {"", "module", "text/javascript", "application/javascript", "importmap"}


@dataclass
class InlineCode:
    """What stands inline in pages.

    Attributes:
        scripts: Hash sources of the scripts, as a policy writes them: 'sha256-…'.
        styles: Hash sources of the styles.
        refused: What hashes cannot allow, each with page, line and element.
    """

    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)


def scan(pages: Iterable[Path]) -> InlineCode:
    """Return what stands inline in HTML files."""
    found = InlineCode()
    for page in pages:
        parser = _Parser(found, str(page))
        # A browser hashes the parsed text, and parsing turns every line end into a newline.
        parser.feed(page.read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n"))
        parser.close()
    return found


class _Parser(HTMLParser):
    def __init__(self, found: InlineCode, page: str) -> None:
        super().__init__()
        self._found = found
        self._page = page
        self._hashes: set[str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "style" or name.startswith("on") or _runs_script(value):
                line, _ = self.getpos()
                self._found.refused.append(f'{self._page}:{line}: <{tag} {name}="{value}">')
        given = dict(attrs)
        self._text = []
        self._hashes = None
        if tag == "style":
            self._hashes = self._found.styles
        elif tag == "script" and "src" not in given:
            kind = (given.get("type") or "").lower()
            self._hashes = self._found.scripts if kind in _RUN_AS_SCRIPT else None

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"} and self._hashes is not None:
            digest = hashlib.sha256("".join(self._text).encode()).digest()
            self._hashes.add(f"'sha256-{base64.b64encode(digest).decode()}'")
            self._hashes = None


def _runs_script(value: str | None) -> bool:
    return (value or "").strip().lower().startswith("javascript:")
