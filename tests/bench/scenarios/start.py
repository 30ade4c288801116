"""From navigation to the first finding: our page, and the same page over a stock Pyodide."""

from __future__ import annotations

from collections.abc import Iterator

from bench import results, stock, visits
from bench.link import OPEN, Link
from bench.measure import interleaved
from bench.network import measured
from bench.setting import Bench

LINKS = (
    OPEN,
    Link("50_mbit", 50_000_000),
    Link("10_mbit", 10_000_000),
    Link("5_mbit", 5_000_000, 100),
)
COLD_MOST = {"open": 0.22, "50_mbit": 0.27, "10_mbit": 0.55}
WARM_MOST = 0.15
BYTES_MOST = 0.85


def run(bench: Bench) -> Iterator[results.Row]:
    """Cold on every link, warm, and the bytes of it."""
    for way in stock.WAYS:
        stock.build(bench.served.peer(f"stock-{way}"), way)
    for link in LINKS:
        if link.bits:
            yield results.value(f"link.{link.name}", measured(bench.served, link), "bit/s")
        sent: dict[str, list[float]] = {}
        times = interleaved(_contestants(bench, link, sent), bench.pace)
        for way in stock.WAYS:
            most = COLD_MOST.get(link.name)
            yield results.ratio(f"cold.{link.name}.{way}", times["ours"], times[way], "ms", most)
        if link is OPEN:
            for way in stock.WAYS:
                yield results.ratio(f"warm.{way}", times["warm"], times[way], "ms", WARM_MOST)
                ours, theirs = sent["ours"], sent[way]
                yield results.ratio(f"bytes.check.{way}", ours, theirs, "bytes", BYTES_MOST)


def _contestants(bench: Bench, link: Link, sent: dict[str, list[float]]) -> dict:
    def visit(name: str, peer: str) -> float:
        done = visits.cold(bench.served, peer, link)
        sent.setdefault(name, []).append(done.bytes)
        return done.milliseconds

    named = {"ours": lambda: visit("ours", "")}
    named |= {way: lambda way=way: visit(way, f"stock-{way}") for way in stock.WAYS}
    if link is OPEN:
        named["warm"] = lambda: visits.warm(bench.served).milliseconds
    return named
