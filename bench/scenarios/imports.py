"""What the modules of the check cost to import, in the browser, where it starts by the archive.

Started by the memory image it imports none of them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench import importing, results
from bench.inside import inside
from bench.setting import Bench

_SOURCE = Path(importing.__file__).read_text("utf-8")
_ROOMS = ("application", "rules", "precheck", "views", "whatif", "calls", "reference")
_LARGE = ("pydantic", "jinja2")


def run(bench: Bench) -> Iterator[results.Row]:
    """By package; the first row names every module as well."""
    with inside(bench.served) as python:
        python.run(_SOURCE)
        rounds = [
            json.loads(str(python.run("import json; json.dumps(costs())")))
            for _ in range(bench.pace.rounds)
        ]
    modules = {name: median(costs[name] for costs in rounds) for name in rounds[0]}
    whole = results.value("imports", [sum(costs.values()) for costs in rounds], "ms")
    yield whole | {"modules": {name: round(cost, 2) for name, cost in modules.items()}}
    groups = [by_package(costs) for costs in rounds]
    for name in groups[0]:
        yield results.value(f"imports.{name}", [group[name] for group in groups], "ms")


def by_package(costs: dict[str, float]) -> dict[str, float]:
    """Add modules up: the large third parties, the rooms of `validator`, and what is left of both.

    Args:
        costs: by module.
    """
    found: Counter[str] = Counter()
    for module, cost in costs.items():
        package, _, rest = module.partition(".")
        room = rest.partition(".")[0]
        if package == "validator":
            found[f"validator.{room}" if room in _ROOMS else "validator"] += cost
        else:
            found[package if package in _LARGE else "others"] += cost
    return dict(found)
