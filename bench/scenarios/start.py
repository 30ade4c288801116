"""Times the start of the self-check page up to its first finding, beside stock Pyodide."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bench import results, stock, visits
from bench.link import Link
from bench.measure import interleaved
from bench.network import measured
from bench.setting import Bench

LINKS = (
    Link("50_mbit", 50_000_000),
    Link("10_mbit", 10_000_000),
    Link("5_mbit", 5_000_000, 100),
)
COLD_MOST = {"open": 0.22, "50_mbit": 0.27, "10_mbit": 0.55}
WARM_MOST = 0.15
BYTES_MOST = 0.85
_PEERS = {"ours": ""} | {way: f"stock-{way}" for way in stock.WAYS}


def run(bench: Bench) -> Iterator[results.Row]:
    """Yield cold and warm times without a limit, and cold times and bytes on each limited link."""
    for way in stock.WAYS:
        stock.build(bench.served.peer(f"stock-{way}"), way)
    yield from _open(bench)
    for link in LINKS:
        yield results.value(f"link.{link.name}", measured(bench.served, link), "bit/s")
        yield from _limited(bench, link)


def _open(bench: Bench) -> Iterator[results.Row]:
    contestants = {name: partial(visits.cold, bench.served, peer) for name, peer in _PEERS.items()}
    contestants["warm"] = partial(visits.warm, bench.served)
    times = interleaved(contestants, bench.pace)
    for way in stock.WAYS:
        yield results.ratio(f"cold.open.{way}", times["ours"], times[way], "ms", COLD_MOST["open"])
        yield results.ratio(f"warm.{way}", times["warm"], times[way], "ms", WARM_MOST)


def _limited(bench: Bench, link: Link) -> Iterator[results.Row]:
    sent: dict[str, list[float]] = {}

    def visit(name: str, peer: str) -> float:
        done = visits.cold_on(link, bench.served, peer)
        sent.setdefault(name, []).append(done.bytes)
        return done.milliseconds

    contestants = {name: partial(visit, name, peer) for name, peer in _PEERS.items()}
    times = interleaved(contestants, bench.pace)
    for way in stock.WAYS:
        most = COLD_MOST.get(link.name)
        yield results.ratio(f"cold.{link.name}.{way}", times["ours"], times[way], "ms", most)
        if link is LINKS[0]:
            ours, theirs = sent["ours"], sent[way]
            yield results.ratio(f"bytes.check.{way}", ours, theirs, "bytes", BYTES_MOST)
