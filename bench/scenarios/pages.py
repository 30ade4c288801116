"""Counts the bytes of a guidance page, and of the same Markdown in the unchanged Material theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bench import results
from bench.material import build
from bench.measure import interleaved
from bench.setting import Bench
from bench.visits import whole_page
from validator.calls import DEFAULT

PAGES = ("conditions", "materials", "questions")
MOST = 1.05


def run(bench: Bench) -> Iterator[results.Row]:
    """Yield the bytes of each page, loaded with a new profile until nothing loads any more."""
    peer = "free-material"
    build(bench.served.folder / peer)
    for page in PAGES:
        address = f"calls/{DEFAULT}/guide/{page}/"
        sent = interleaved(
            {
                "ours": partial(whole_page, bench.served, address),
                "material": partial(whole_page, bench.served, address, peer),
            },
            bench.pace,
        )
        name = f"bytes.page.{page}"
        yield results.ratio(name, sent["ours"], sent["material"], "bytes", MOST)
