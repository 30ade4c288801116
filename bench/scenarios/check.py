"""The full check of thirty members, in the browser's worker and in CPython."""

from __future__ import annotations

from collections.abc import Iterator

from bench import results, workloads
from bench.inside import inside
from bench.measure import interleaved
from bench.setting import Bench

CALLS = 20
MILLISECONDS_MOST = 5
NATIVE_MOST = 2.5
MEMORY_MOST = 120e6
_MEMORY = "import pyodide_js; pyodide_js._module.HEAPU8.byteLength"


def run(bench: Bench) -> Iterator[results.Row]:
    """Yield the time of a check, and its ratio to the same check outside the browser."""
    with inside(bench.served) as python:
        times = interleaved(
            {
                "ours": lambda: python.milliseconds("whole_check", CALLS),
                "native": lambda: workloads.milliseconds(workloads.whole_check, CALLS),
            },
            bench.pace,
        )
        memory = float(str(python.run(_MEMORY)))
    yield results.value("check", times["ours"], "ms", MILLISECONDS_MOST)
    yield results.ratio("check.native", times["ours"], times["native"], "ms", NATIVE_MOST)
    yield results.value("memory", [memory], "bytes", MEMORY_MOST)
