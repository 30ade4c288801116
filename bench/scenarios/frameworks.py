"""Times a small page with pydantic in the site's runtime, in PyScript and in stlite.

The frameworks get only the files of their npm packages: no page may ask another host.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench import inside, results, stock
from bench.chromium import browser, watched_browser
from bench.measure import interleaved
from bench.packing import compress
from bench.served import Served
from bench.setting import Bench
from bench.tab import Tab
from bench.visits import new_profile

_HERE = Path(__file__).parents[1]
_PAGES = _HERE / "pages"
_MODULES = _HERE / "node_modules"
_NEEDS = ("annotated-types", "pydantic", "pydantic-core", "typing-extensions", "typing-inspection")
_SAID = "document.querySelector('[data-hello]')?.textContent && performance.now()"
_PATIENCE = 60


def run(bench: Bench) -> Iterator[results.Row]:
    """Yield the time of each framework that starts, and for others the files that they lacked."""
    folders = {"ours": _ours, "pyscript": _pyscript, "stlite": _stlite}
    for name, build in folders.items():
        build(bench.served, bench.served.folder / f"free-{name}")
    trials = {name: _trial(bench.served, name) for name in folders}
    for peer in ("pyscript", "stlite"):
        if trials[peer]["comes_up"]:
            contest = {name: partial(_timed, bench.served, name) for name in ("ours", peer)}
            times = interleaved(contest, bench.pace)
            yield results.ratio(f"hello.{peer}", times["ours"], times[peer], "ms")
        else:
            yield results.words(f"hello.{peer}", missing=trials[peer]["missing"])


def _ours(served: Served, folder: Path) -> None:
    inside.publish(served)
    folder.mkdir()
    shutil.copy(_PAGES / "hello.html", folder / "index.html")
    _share(folder)


def _pyscript(_served: Served, folder: Path) -> None:
    shutil.copytree(_MODULES / "@pyscript" / "core" / "dist", folder / "core")
    shutil.copy(_PAGES / "pyscript.html", folder / "index.html")
    settings = {
        "interpreter": f"/{folder.name}/runtime/pyodide.mjs",
        "packages": _NEEDS,
        "packages_cache": "passthrough",
        "files": {"hello.py": ""},
    }
    (folder / "pyscript.json").write_text(json.dumps(settings), "utf-8")
    stock.write_runtime(folder / "runtime", lock_name="pyodide-lock.json")
    _share(folder)


def _stlite(_served: Served, folder: Path) -> None:
    ignored = shutil.ignore_patterns("*.map")
    shutil.copytree(_MODULES / "@stlite" / "browser" / "build", folder / "build", ignore=ignored)
    shutil.copy(_PAGES / "stlite.html", folder / "index.html")
    shutil.copytree(_MODULES / "pyodide-of-stlite", folder / "runtime")
    _share(folder)


def _share(folder: Path) -> None:
    shutil.copy(_PAGES / "hello.py", folder)
    compress(folder)


def _timed(served: Served, name: str) -> float:
    """Return the milliseconds until a page shows its result.

    Raises:
        TimeoutError: The page shows no result.
    """
    with browser(new_profile(served)) as tab:
        return _hello(tab, served, name)


def _trial(served: Served, name: str) -> dict[str, Any]:
    """Open a page; return whether it shows its result, and the addresses that it did not get."""
    missing: dict[str, None] = {}
    with watched_browser(new_profile(served)) as tab:
        tab.hear_missing(lambda url: missing.setdefault(url.removeprefix(served.origin)))
        try:
            comes_up = bool(_hello(tab, served, name))
        except TimeoutError:
            comes_up = False
    return {"comes_up": comes_up, "missing": sorted(set(missing) - {"/favicon.ico"})}


def _hello(tab: Tab, served: Served, name: str) -> float:
    tab.goto(served.address(f"free-{name}/"))
    return float(tab.until(_SAID, patience=_PATIENCE))
