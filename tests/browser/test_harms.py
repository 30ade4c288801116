"""Whatever a network does to a file: the page says so within ten seconds, or mends it by itself.

What is typed stays on the screen, and no page says that it keeps what it does not.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser import desk, harms, web
from browser.desk import at
from browser.drafts_kept import records
from browser.harms import Harmed, Network
from browser.keeping import NAME

SOON = 10_000
Harm = Callable[[Harmed], None]


@pytest.fixture
def network(served: Path) -> Iterator[Network]:
    """Serve the site through a network that a test may spoil."""
    with harms.network(served) as made:
        yield made


@pytest.fixture
def page(browser: Browser, network: Network) -> Iterator[Page]:
    """Open a page that is expected to log errors, with an empty cache."""
    with web.visitor(browser, base_url=network.address, service_workers="block") as context:
        yield context.new_page()


def go(page: Page, address: str = desk.ADDRESS) -> None:
    page.goto(address, wait_until="commit")


def unstarted(page: Page) -> Locator:
    return page.locator("#unstarted")


def works(page: Page) -> None:
    desk.wait_for_python(page)
    expect(unstarted(page)).to_have_count(0)
    expect(page.locator("[data-keeping=yes]")).to_be_visible()


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (harms.refused, "blocked"),
        (harms.as_text, "blocked"),
        (harms.altered, "blocked"),
        (harms.portal, "blocked"),
        (harms.stalled, "late"),
    ],
)
def test_without_the_pages_script_nothing_is_said_to_be_kept(
    page: Page, network: Network, harm: Harm, why: str
) -> None:
    network.harm("self-check.mjs", harm)
    go(page)
    at(page, "/alliance/name").fill(NAME)
    expect(page.locator(f"[data-unstarted-why={why}]")).to_be_visible(timeout=SOON)
    expect(unstarted(page)).to_contain_text("填写的内容没有保存，也存不成文件")
    expect(unstarted(page).locator("code")).to_have_text("self-check.mjs")
    expect(unstarted(page).get_by_role("link", name="空白表")).to_be_visible()
    expect(page.locator("[data-keeping]:visible")).to_contain_text("还没有开始保存")
    expect(page.locator("[data-save-file]")).to_be_disabled()
    expect(page.get_by_role("link", name="本页的程序没有运行起来")).to_be_visible()

    network.heal()
    unstarted(page).get_by_role("button", name="重试").click()
    works(page)
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    expect(page.locator("[data-kept-at]").first).not_to_be_empty(timeout=SOON)
    assert [it["draft"]["alliance"]["name"] for it in records(page)] == [NAME]
    expect(page.locator("[data-save-file]")).to_be_enabled()


def test_without_any_script_the_style_sheet_says_so(page: Page, network: Network) -> None:
    network.harm("self-check.mjs", harms.refused)
    network.harm("start.js", harms.refused)
    go(page)
    expect(page.locator("[data-keeping]:visible")).to_contain_text("还没有开始保存")
    expect(unstarted(page)).to_be_visible(timeout=SOON + 3000)
    expect(page.locator("[data-unstarted-why=unknown]")).to_be_visible()


def test_who_leaves_what_is_not_kept_is_asked(page: Page, network: Network) -> None:
    network.harm("self-check.mjs", harms.refused)
    go(page)
    expect(unstarted(page)).to_be_visible(timeout=SOON)
    at(page, "/alliance/name").press_sequentially("联盟")
    asked: list[str] = []
    page.on("dialog", lambda it: (asked.append(it.type), it.accept()))
    page.reload(wait_until="commit")
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(
    ("file", "harm", "why"),
    [
        ("worker.mjs", harms.stalled, "file_blocked"),
        ("worker.mjs", harms.refused, "file_blocked"),
        ("worker.mjs", harms.portal, "file_type"),
        ("worker.mjs", harms.altered, "file_hash"),
        ("pyodide.asm.wasm", harms.stalled, "file_blocked"),
        ("pyodide.asm.mjs", harms.cut_off, "file_blocked"),
    ],
)
def test_what_stops_python_is_named_and_tried_again(
    page: Page, network: Network, file: str, harm: Harm, why: str
) -> None:
    network.harm(file, harm)
    go(page)
    expect(page.locator(f'[data-failure="{why}"]')).to_be_visible(timeout=SOON + 1000)
    expect(page.locator("[data-failure-file]")).to_contain_text(file)
    at(page, "/alliance/name").fill(NAME)
    network.heal()
    page.locator("[data-retry]").click()
    works(page)
    expect(at(page, "/alliance/name")).to_have_value(NAME)


@pytest.mark.parametrize("harm", [harms.busy, harms.portal])
def test_when_nothing_but_the_page_comes(page: Page, network: Network, harm: Harm) -> None:
    network.harm("*", harm)
    go(page)
    expect(unstarted(page)).to_be_visible(timeout=SOON + 3000)
    expect(page.locator("[data-keeping]:visible")).to_contain_text("还没有开始保存")


@pytest.mark.parametrize(
    ("file", "harm"),
    [
        ("self-check.mjs", harms.altered),
        ("self-check.mjs", harms.as_text),
        ("worker.mjs", harms.altered),
        ("worker.mjs", harms.as_text),
        ("pyodide.asm.wasm", harms.altered),
        ("pyodide.asm.wasm", harms.as_text),
        ("pyodide.asm.mjs", harms.altered),
        ("python.bin", harms.altered),
        ("pyodide.asm.later.wasm", harms.altered),
    ],
)
def test_what_was_altered_once_is_fetched_anew(
    page: Page, network: Network, file: str, harm: Harm
) -> None:
    network.harm(file, harm, times=1)
    go(page)
    works(page)
    page.get_by_role("button", name="载入示例").click()
    expect(page.locator("[data-summary]")).to_contain_text("未发现不符合")

    # And it does not lie in the browser's cache for the next visit.
    asked: list[str] = []
    page.on("request", lambda it: asked.append(it.url))
    go(page)
    works(page)
    assert [url for url in asked if "retry=" in url] == []


def test_an_image_that_was_altered_once_is_there_again_for_the_next_start(
    page: Page, network: Network
) -> None:
    network.harm("memory.bin", harms.altered, times=1)
    go(page)
    works(page)
    page.wait_for_timeout(1000)
    go(page)
    works(page)
    assert page.evaluate("performance.getEntriesByName('boot:paint').length") == 1


@pytest.mark.parametrize("file", ["start.js", "tool.css"])
@pytest.mark.parametrize("harm", [harms.refused, harms.stalled, harms.portal])
def test_what_only_helps_holds_nothing_up(
    page: Page, network: Network, file: str, harm: Harm
) -> None:
    network.harm(file, harm)
    go(page)
    expect(page.locator("[data-results] .outcome")).to_be_attached(timeout=SOON + 5000)
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    if file == "tool.css":
        expect(page.locator("[data-unstyled]")).to_contain_text("tool.css", timeout=SOON)


@pytest.mark.parametrize("harm", [harms.refused, harms.portal])
def test_a_style_sheet_that_failed_before_anybody_listened_is_named(
    page: Page, network: Network, harm: Harm
) -> None:
    network.harm("tool.css", harm)
    network.harm("start.js", harms.slow)
    go(page)
    expect(page.locator("[data-unstyled]")).to_contain_text("tool.css", timeout=SOON + 3000)


def test_what_came_before_anybody_listened_is_not_called_missing(
    page: Page, network: Network
) -> None:
    network.harm("start.js", harms.slow)
    go(page)
    works(page)
    page.wait_for_timeout(2000 + 8000 + 1000)  # The script comes, and looks around.
    expect(page.locator("[data-unstyled]")).to_be_hidden()
