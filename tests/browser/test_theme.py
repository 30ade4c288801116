"""A tool's page leaves the theme's script until Python has answered, or a second has passed."""

import pytest
from playwright.sync_api import Page, Route, expect

from browser import desk
from browser.watch import Watch

SCRIPT = "script[src*='/javascripts/bundle.']"
SOON = 1000
STARTS = """() => performance.getEntriesByType('resource')
  .filter(({ name }) => name.includes('/javascripts/bundle.')).map((it) => it.startTime)"""
READY = """() => performance.getEntriesByName('boot:ready')
  .map((it) => it.startTime + it.duration)"""


@pytest.mark.parametrize("address", [desk.ADDRESS, desk.PRE_CHECK])
def test_it_comes_once_and_after_the_answer(page: Page, address: str) -> None:
    page.goto(address)
    desk.wait_for_python(page)
    expect(page.locator(SCRIPT)).to_be_attached()
    page.wait_for_load_state("networkidle")
    (start,), (ready,) = page.evaluate(STARTS), page.evaluate(READY)
    assert start >= min(ready, SOON)


def test_it_comes_without_python(page: Page, watch: Watch) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=403, body="blocked by policy")

    page.context.route("**/pydantic_core.wasm", refuse)
    page.goto(desk.ADDRESS)
    expect(page.locator(SCRIPT)).to_be_attached()
    assert page.evaluate(READY) == []
    page.get_by_role("textbox", name="搜索").fill("信用")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    watch.errors.clear()
