"""A site that is published anew under a page that has not fetched all it needs."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser import desk, web
from browser.desk import at
from browser.keeping import NAME
from browser.publishing import NEWS, Published

NOT_YET = re.compile(r"/python\.bin$|\.later\.")


@pytest.fixture
def page(browser: Browser, published: Published) -> Iterator[Page]:
    """Open a page that keeps nothing of the site for itself."""
    with web.visitor(browser, base_url=published.address, service_workers="block") as context:
        yield context.new_page()


def test_the_page_says_that_it_has_to_be_loaded_anew(page: Page, published: Published) -> None:
    def hold(route: Route) -> None:
        route.abort()

    page.context.route(NOT_YET, hold)
    desk.open_page(page)
    at(page, "/alliance/name").fill(NAME)
    published.publish_second()
    page.context.unroute(NOT_YET, hold)
    page.locator("button[data-attachment=application_form]").click()
    said = page.locator('[data-note=replaced], [data-failure="replaced"]').locator("visible=true")
    expect(said.first).to_contain_text("本站刚刚更新", timeout=20_000)
    expect(page.locator("[data-note=not_fetched]")).to_be_hidden()


def test_a_page_whose_python_is_gone_is_loaded_anew_by_its_button(
    page: Page, published: Published
) -> None:
    def hold(route: Route) -> None:
        route.abort()

    page.context.route("**/pyodide.asm.wasm", hold)
    page.goto(desk.ADDRESS)
    expect(page.locator('[data-failure="file_blocked"]')).to_be_visible(timeout=20_000)
    at(page, "/alliance/name").fill(NAME)
    published.publish_second()
    page.context.unroute("**/pyodide.asm.wasm", hold)
    page.locator("[data-retry]").click()
    expect(page.locator('[data-failure="replaced"]')).to_be_visible(timeout=20_000)
    page.locator("[data-retry]").click()
    expect(page.get_by_text(NEWS)).to_have_count(1)
    desk.wait_for_python(page)
    expect(at(page, "/alliance/name")).to_have_value(NAME)
