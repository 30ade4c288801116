"""Times the imports of the check's modules in the browser.

A start from the archive makes these imports; a start from the memory image makes none of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
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
    """Yield a row for all modules, which has every module's time, and a row for each package."""
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
    """Add up the times of modules: large packages of others, parts of `validator`, and the rest.

    Args:
        costs: Milliseconds by module.
    """
    found: defaultdict[str, float] = defaultdict(float)
    for module, cost in costs.items():
        package, _, rest = module.partition(".")
        room = rest.partition(".")[0]
        if package == "validator":
            found[f"validator.{room}" if room in _ROOMS else "validator"] += cost
        else:
            found[package if package in _LARGE else "others"] += cost
    return dict(found)
