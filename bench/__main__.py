"""`python -m bench`: runs the scenarios and writes `docs/about/speed.json`."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import machine, results
from bench.measure import Pace
from bench.served import served
from bench.setting import Bench

SCENARIOS = (
    "start",
    "calls",
    "pages",
    "check",
    "imports",
    "documents",
    "rules",
    "frameworks",
    "smooth",
)


def main() -> None:
    """Run the scenarios that the command line names, and print their rows."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each comparison")
    parser.add_argument("--minutes", type=float, default=45, help="past it, one round each")
    parser.add_argument("--only", nargs="*", default=SCENARIOS, choices=SCENARIOS)
    options = parser.parse_args()
    pace = Pace(options.rounds, options.minutes * 60)
    with TemporaryDirectory() as work, served(Path(work)) as site:
        bench = Bench(pace, site)
        for name in options.only:
            scenario = import_module(f".scenarios.{name}", __package__)
            for row in scenario.run(bench):
                print(results.line(row), flush=True)  # noqa: T201 - what a terminal is for
                results.write([row], machine.about())


main()
