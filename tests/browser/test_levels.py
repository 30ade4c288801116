"""The levels of the browser's Python that the site is not published with, and `?runtime=`."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import ask
from playwright.sync_api import Page, Route, expect

from browser import desk, web
from browser.test_image import asked_for, check, example
from browser.test_runtime import START, start
from browser.watch import Watch
from site_build import runtime
from site_build.pages import scripts

SELF_CHECK = desk.ADDRESS
PATIENCE_MS = 60_000


@pytest.fixture(params=["stock", "archive"])
def level(
    request: pytest.FixtureRequest, page: Page, served: Path, tmp_path: Path
) -> Iterator[dict[str, object]]:
    """Serve the files of a level, and the page's worker with its manifest."""
    made = runtime.LEVELS / request.param
    manifest = json.loads((made / "manifest.json").read_text("utf-8"))
    folder = served / "runtime" / manifest["build"]
    shutil.copytree(made / manifest["build"], folder)
    worker = {"worker": scripts.ENTRIES["worker"]}
    scripts.bundle(worker, tmp_path, manifest=made / "manifest.json")

    def serve(route: Route) -> None:
        route.fulfill(response=route.fetch(), body=(tmp_path / "worker.mjs").read_text("utf-8"))

    page.context.route("**/worker.mjs", serve)
    yield manifest
    shutil.rmtree(folder)  # other tests take copies of what is served


def test_a_level_answers_as_natively(page: Page, level: dict) -> None:
    ready = start(page)
    assert ready["way"] == level["level"]
    assert ready["versions"] == level["versions"]
    assert check(page) == ask("check", draft=example())


def test_a_level_runs_the_page(page: Page, level: dict) -> None:
    names = asked_for(page)
    page.goto(SELF_CHECK)
    expect(page.locator("[data-summary]").first).to_contain_text("待补充", timeout=PATIENCE_MS)
    assert level["archive"] in names
    assert "memory.bin" not in names


def test_a_level_is_a_folder_and_its_manifest(level: dict) -> None:
    folder = runtime.LEVELS / str(level["level"]) / level["build"]
    assert {it.name for it in folder.iterdir()} == set(level["files"])
    assert level["later"] == []


def test_a_page_starts_by_the_way_that_its_address_names(page: Page) -> None:
    names = asked_for(page)
    page.goto(f"{web.BLANK}?runtime=archive")
    ready = page.evaluate(START, {})
    assert ready["way"] == "archive"
    assert "refused" not in ready
    assert "memory.bin" not in names


def test_the_page_that_starts_early_does_so_too(page: Page) -> None:
    names = asked_for(page)
    page.goto(f"{SELF_CHECK}?runtime=archive")
    expect(page.locator("[data-summary]").first).to_contain_text("待补充", timeout=PATIENCE_MS)
    assert "python.bin" in names
    assert "memory.bin" not in names


def test_says_so_where_the_site_has_no_files_of_a_level(page: Page, watch: Watch) -> None:
    page.goto(f"{SELF_CHECK}?runtime=stock")
    failed = page.locator("[data-boot] [data-stage=failed]")
    expect(failed).to_contain_text("本站没有按地址中 ?runtime= 指定的方式发布", timeout=PATIENCE_MS)
    watch.errors.clear()
