"""Visits to a self-check page: how long until its first finding, and what came over the wire."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bench.chromium import browser
from bench.link import OPEN, Link
from bench.served import Served
from bench.tab import Tab

PAGE = "tools/self-check/"
_BEFORE = (Path(__file__).parent / "pages" / "first-finding.js").read_text("utf-8")
_KEPT = "navigator.serviceWorker.controller !== null"
_QUIET = 2.0
"""Seconds without a byte after which a page has fetched what it wants."""
_BEGUN = 20
"""Seconds until a document has begun; a throttled Chromium now and then never gets to it."""
_TRIES = 3
_numbers = count()


@dataclass(frozen=True)
class Visit:
    """One visit: milliseconds from navigation to the first finding, and bytes until then."""

    milliseconds: float
    bytes: int


def new_profile(served: Served) -> Path:
    """A place for a profile that does not exist yet."""
    return served.work / f"profile-{next(_numbers)}"


def arrive(tab: Tab, address: str) -> Visit:
    """Load a self-check page and wait for its first finding."""
    tab.before_scripts(_BEFORE)
    tab.goto(address)
    tab.until("document.body !== null", patience=_BEGUN)
    milliseconds = tab.until("self.firstFinding")
    return Visit(milliseconds, tab.wire.bytes)


def settle(tab: Tab) -> None:
    """Wait until nothing loads any more."""
    while True:
        before = tab.wire.bytes
        tab.pause(_QUIET)
        if tab.wire.bytes == before:
            return


def cold(served: Served, peer: str = "", link: Link = OPEN) -> Visit:
    """Visit with a profile that never was here."""

    def visit() -> Visit:
        with browser(new_profile(served), link) as tab:
            return arrive(tab, served.address(PAGE, peer))

    return _anew_if_stuck(visit)


def warm(served: Served, link: Link = OPEN) -> Visit:
    """Visit our page a second time: the browser was closed in between."""

    def visit() -> Visit:
        profile = new_profile(served)
        with browser(profile, link) as tab:
            arrive(tab, served.address(PAGE))
            tab.until(_KEPT)
            settle(tab)
        with browser(profile, link) as tab:
            return arrive(tab, served.address(PAGE))

    return _anew_if_stuck(visit)


def _anew_if_stuck(visit: Callable[[], Visit]) -> Visit:
    """A visit that shows nothing is no figure: it is told, and made anew."""
    for _ in range(1, _TRIES):
        try:
            return visit()
        except TimeoutError as stuck:
            sys.stderr.write(f"a visit is made anew: {stuck}\n")
    return visit()


def whole_page(served: Served, path: str, peer: str = "") -> float:
    """Visit any page with a new profile and return its bytes, once nothing loads any more."""
    with browser(new_profile(served)) as tab:
        tab.goto(served.address(path, peer))
        settle(tab)
        return tab.wire.bytes
