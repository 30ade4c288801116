"""Word documents of thirty members: filled in the browser, and natively by docxtpl."""

from __future__ import annotations

from collections.abc import Iterator

from bench import docxtemplater_peer, results, workloads
from bench.docxtpl_peer import fill_all, fill_form
from bench.inside import inside
from bench.measure import interleaved
from bench.setting import Bench

FORM_MOST = 0.8
PACKAGE_MOST = 1.0
CALLS = 4


def run(bench: Bench) -> Iterator[results.Row]:
    """Yield the times of the 申请表 alone, and of everything that is handed in."""
    with inside(bench.served) as python:
        form = interleaved(
            {
                "ours": lambda: python.milliseconds("form", CALLS),
                "first": lambda: python.milliseconds("form_at_first", CALLS),
                "docxtpl": lambda: workloads.milliseconds(fill_form, CALLS),
                "docxtemplater": lambda: docxtemplater_peer.milliseconds(CALLS),
            },
            bench.pace,
        )
        package = interleaved(
            {
                "ours": lambda: python.milliseconds("package", 1),
                "docxtpl": lambda: workloads.milliseconds(fill_all, 1),
            },
            bench.pace,
        )
    yield results.ratio("form.docxtpl", form["ours"], form["docxtpl"], "ms", FORM_MOST)
    yield results.ratio("form.first.docxtpl", form["first"], form["docxtpl"], "ms")
    yield results.ratio("form.docxtemplater", form["ours"], form["docxtemplater"], "ms")
    yield results.ratio("package.docxtpl", package["ours"], package["docxtpl"], "ms", PACKAGE_MOST)
