"""Measures whether the page stays responsive, by the long tasks of its main thread."""

from __future__ import annotations

from collections.abc import Iterator

from bench import results, visits
from bench.chromium import browser
from bench.measure import interleaved
from bench.setting import Bench
from bench.tab import Tab
from bench.workloads import APPLICATION, DRAFT

MOST = 50
_NAME = f"/members/{len(APPLICATION.members) - 1}/name"
_TYPED = "山西某某氢能装备股份有限公司"
_OPENED = "document.querySelector('[data-note=\"opened\"]')?.checkVisibility()"
_AFTERMATH = 3.0
"""Seconds to wait after an action, until all that the action causes has happened."""
_TASKS = "self.longTasks.splice(0)"
_FIELD = f"document.getElementsByName({_NAME!r})[0]"
_TURN = (
    "document.querySelector(`.check__contents a"
    f"[href=\"#${{{_FIELD}.closest('[data-step]').id}}\"]`).click()"
)
_THERE = f"{_FIELD}.checkVisibility()"
_FOCUS = f"({_FIELD}.focus(), document.activeElement === {_FIELD})"


def run(bench: Bench) -> Iterator[results.Row]:
    """Yield the long tasks of loading the page, opening a draft and typing a name."""
    seen: dict[str, list[float]] = {}

    def visit() -> float:
        for name, figure in _visit(bench).items():
            seen.setdefault(name, []).append(figure)
        return 0

    interleaved({"visit": visit}, bench.pace)
    for stage in ("load", "opening", "typing"):
        yield results.value(f"long_tasks.{stage}.count", seen[f"{stage}.count"], "")
        yield results.value(f"long_tasks.{stage}.longest", seen[f"{stage}.longest"], "ms", MOST)


def _visit(bench: Bench) -> dict[str, float]:
    draft = bench.served.work / "draft.json"
    draft.write_text(DRAFT, "utf-8")
    with browser(visits.new_profile(bench.served)) as tab:
        visits.arrive(tab, bench.served.address(visits.PAGE))
        figures = _tasks(tab, "load")
        tab.choose_file("[data-open-file]", draft)
        tab.until(_OPENED)
        tab.pause(_AFTERMATH)
        figures |= _tasks(tab, "opening")
        tab.evaluate(_TURN)
        tab.until(_THERE)
        if not tab.evaluate(_FOCUS):
            message = f"{_NAME} does not take the focus"
            raise LookupError(message)
        tab.type(_TYPED)
        tab.pause(_AFTERMATH)
        return figures | _tasks(tab, "typing")


def _tasks(tab: Tab, stage: str) -> dict[str, float]:
    tasks = tab.evaluate(_TASKS)
    return {f"{stage}.count": len(tasks), f"{stage}.longest": max(tasks, default=0)}
