"""Visits a self-check page, and measures time and bytes until its first finding."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TypeVar

from bench.chromium import browser, watched_browser
from bench.link import Link
from bench.served import Served
from bench.tab import Tab
from validator.calls import DEFAULT

PAGE = f"calls/{DEFAULT}/tools/self-check/"
_BEFORE = (Path(__file__).parent / "pages" / "first-finding.js").read_text("utf-8")
_KEPT = "navigator.serviceWorker.controller !== null"
_BEGUN = 20
"""Seconds to wait for a document to begin; a throttled Chromium sometimes never loads it."""
_TRIES = 3
_numbers = count()
T = TypeVar("T")


@dataclass(frozen=True)
class Visit:
    """One visit: milliseconds from navigation to the first finding, and bytes until then."""

    milliseconds: float
    bytes: int


def new_profile(served: Served) -> Path:
    """Return the path of a profile that does not exist yet."""
    return served.work / f"profile-{next(_numbers)}"


def arrive(tab: Tab, address: str) -> float:
    """Load a self-check page and return the milliseconds until its first finding."""
    tab.before_scripts(_BEFORE)
    tab.goto(address)
    tab.until("document.body !== null", patience=_BEGUN)
    return float(tab.until("self.firstFinding"))


def cold(served: Served, peer: str = "") -> float:
    """Visit with a new profile; return the milliseconds until the first finding."""

    def visit() -> float:
        with browser(new_profile(served)) as tab:
            return arrive(tab, served.address(PAGE, peer))

    return _anew_if_stuck(visit)


def cold_on(link: Link, served: Served, peer: str = "") -> Visit:
    """Visit with a new profile on a link with a limit."""

    def visit() -> Visit:
        with watched_browser(new_profile(served), link) as tab:
            milliseconds = arrive(tab, served.address(PAGE, peer))
            return Visit(milliseconds, tab.wire.bytes)

    return _anew_if_stuck(visit)


def warm(served: Served) -> float:
    """Visit the site's page twice, closing the browser in between; return the second time."""

    def visit() -> float:
        profile = new_profile(served)
        with watched_browser(profile) as tab:
            arrive(tab, served.address(PAGE))
            tab.until(_KEPT)
            tab.settle()
        with browser(profile) as tab:
            return arrive(tab, served.address(PAGE))

    return _anew_if_stuck(visit)


def whole_page(served: Served, path: str, peer: str = "") -> float:
    """Visit any page with a new profile and return its bytes, once nothing loads any more."""
    with watched_browser(new_profile(served)) as tab:
        tab.goto(served.address(path, peer))
        tab.settle()
        return tab.wire.bytes


def _anew_if_stuck(visit: Callable[[], T]) -> T:
    """Make a visit; if it shows no finding, say so and make it again, at most three times."""
    for _ in range(1, _TRIES):
        try:
            return visit()
        except TimeoutError as stuck:
            sys.stderr.write(f"a visit is made anew: {stuck}\n")
    return visit()
