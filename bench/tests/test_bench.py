"""Rounds alternate, figures add up, and the peer in Python does the same work."""

import json
import sys
import time
import tomllib
from pathlib import Path

import pytest

from bench import docxtpl_peer, importing, results, workloads
from bench.documents import texts
from bench.measure import Pace, Spread, interleaved, ratios
from bench.scenarios import imports
from site_build.pages import hook_speed
from validator.attachments import fill
from validator.drafts import declared

ABOUT = {
    "on": "2026-01-02",
    "machine": {"processors": 2, "system": "Linux", "arch": "x86_64"},
    "versions": {"validator": "0.1.0"},
}


def test_rounds_alternate_the_order() -> None:
    order: list[str] = []
    contestants = {name: lambda name=name: order.append(name) or 1.0 for name in "ab"}
    figures = interleaved(contestants, Pace(rounds=3, seconds=60))
    assert "".join(order) == "abbaab"
    assert figures == {"a": [1.0] * 3, "b": [1.0] * 3}


def test_past_the_budget_one_round_is_run_all_the_same() -> None:
    figures = interleaved({"a": lambda: 1.0}, Pace(rounds=3, seconds=-1))
    assert figures == {"a": [1.0]}


def test_ratios_are_taken_round_by_round() -> None:
    assert ratios([1, 4, 9], [2, 4, 3]) == Spread(median=1, low=0.5, high=3, rounds=3)


def test_a_target_is_met_up_to_its_figure() -> None:
    rows = [results.ratio("check.native", [1, 1], [2, 2], "ms", most) for most in (0.5, 0.4, None)]
    assert [row["met"] for row in rows] == [True, False, None]


def test_docxtpl_makes_our_document() -> None:
    ours = fill("application_form", declared(workloads.APPLICATION), workloads.CALL, workloads.DAY)
    assert texts(ours) == texts(docxtpl_peer.fill("application_form"))


def test_work_is_timed_by_the_call() -> None:
    calls: list[int] = []
    pause = 0.002

    def work() -> None:
        calls.append(1)
        time.sleep(pause)

    assert workloads.milliseconds(work, calls=3, batches=2) >= pause * 1000
    assert len(calls) == 1 + 3 * 2  # the first warms up


def test_every_module_of_the_check_is_imported_again_and_nothing_stays_changed() -> None:
    before = dict(sys.modules)
    costs = importing.costs()
    assert sys.modules == before
    assert {"validator.worker", "validator.rules.members", "pydantic.main"} < costs.keys()
    packages = imports.by_package(costs)
    assert sum(packages.values()) == pytest.approx(sum(costs.values()))
    words = tomllib.loads(hook_speed.WORDS.read_text("utf-8"))["sections"]
    named = {name for section in words for name in section["rows"]}
    assert {f"imports.{name}" for name in packages} < named


def test_a_later_run_replaces_its_own_rows_only(tmp_path: Path) -> None:
    file = tmp_path / "speed.json"
    one, other = (results.value(name, [1.0], "ms") for name in ("check", "memory"))
    results.write([one, other], ABOUT, file)
    results.write([results.value("check", [2.0], "ms")], ABOUT | {"on": "2026-01-03"}, file)
    rows = json.loads(file.read_text("utf-8"))["rows"]
    told = [(row["id"], row["median"], row["on"]) for row in rows]
    assert told == [("check", 2.0, "2026-01-03"), ("memory", 1.0, "2026-01-02")]
