"""Runs any Python code in the site's own runtime, in a worker of a browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench.chromium import browser
from bench.served import BLANK, Served
from bench.tab import Tab
from bench.visits import new_profile
from bench.workloads import BATCHES
from site_build import folders
from site_build.pages import scripts as bundles
from site_build.pages.assets import folder

_PAGES = Path(__file__).parent / "pages"
_PLACE = "inside/assets/0123456789abcdef/js"
"""A folder whose name makes the site's policy let a worker compile WebAssembly."""
_WORKLOADS = (Path(__file__).parent / "workloads.py").read_text("utf-8")


class Inside:
    """Python in a browser."""

    def __init__(self, tab: Tab) -> None:
        """Wait until Python is ready, and define the workloads in it."""
        self.tab = tab
        self.run(_WORKLOADS)

    def run(self, source: str) -> object:
        """Run Python code; return the value of its last expression, which must be JSON."""
        module = f"/{_PLACE}/inside.mjs"
        return self.tab.evaluate(
            f"import('{module}').then((it) => it.python({json.dumps(source)}))"
        )

    def milliseconds(self, work: str, calls: int) -> float:
        """Time one of the workloads, as `workloads.milliseconds` does.

        Each batch is a call of its own, as every request of a page is. The browser compiles the
        interpreter's functions better while they run, and only a new call of a function uses the
        better code, never a loop that is running already.
        """
        batch = f"milliseconds({work}, {calls}, batches=1)"
        return median(float(str(self.run(batch))) for _ in range(BATCHES))


def publish(served: Served) -> None:
    """Put the scripts of this folder where the site's policy allows WebAssembly.

    The site publishes the boot module only inside its pages' scripts, so it is bundled here again.
    """
    boot = {
        "boot": folders.ROOT / "browser_python" / "boot" / "index.mjs",
        "manifest": bundles.SOURCE / "engine" / "runtime.mjs",
    }
    bundles.bundle(boot, served.folder / folder() / "js")
    scripts = served.folder / _PLACE
    scripts.mkdir(parents=True, exist_ok=True)
    shutil.copy(_PAGES / "inside.mjs", scripts)
    worker = (_PAGES / "inside-worker.mjs").read_text("utf-8")
    (scripts / "worker.mjs").write_text(worker.replace("@ASSETS@", folder().rstrip("/")), "utf-8")


@contextmanager
def inside(served: Served) -> Iterator[Inside]:
    """Start the site's runtime in a browser of its own."""
    publish(served)
    with browser(new_profile(served)) as tab:
        tab.goto(served.address(BLANK))
        yield Inside(tab)
