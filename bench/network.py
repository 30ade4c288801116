"""Proof that a link is as slow as it says: in the page, in a worker, and for both together."""

from __future__ import annotations

from pathlib import Path

from bench.chromium import watched_browser
from bench.link import Link
from bench.served import BLANK, Served
from bench.visits import new_profile

_SECONDS = 2
_MOST, _LEAST = 1.1, 0.4  # A busy machine may be slower than the link, but never faster.
_SCRIPT = (Path(__file__).parent / "pages" / "rate.js").read_text("utf-8")
_PLACES = ("page", "worker", "together")


class NotThrottledError(RuntimeError):
    """A link is not as slow as it should be, so that figures taken on it would be worth nothing."""


def measured(served: Served, link: Link) -> list[float]:
    """Fetch a known file in a page, in a module worker, and in both at once.

    Args:
        served: The server.
        link: One with a limit.

    Returns:
        Bits per second in the page, in the worker, and in both together.

    Raises:
        NotThrottledError: One of the three is off.
    """
    (served.folder / "known.bin").write_bytes(bytes(link.bits * _SECONDS // 8))
    (served.folder / "rate.js").write_text(_SCRIPT, "utf-8")
    with watched_browser(new_profile(served), link) as tab:
        tab.goto(served.address(BLANK))
        rates = {
            place: tab.evaluate(f"import('/rate.js').then((it) => it.{place}())")
            for place in _PLACES
        }
    for place, rate in rates.items():
        if not _LEAST < rate / link.bits < _MOST:
            message = f"{link.name}: {rate:.0f} bit/s in {place}"
            raise NotThrottledError(message)
    return list(rates.values())
