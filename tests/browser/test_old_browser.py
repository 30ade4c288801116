"""In a Chromium of 2021, which cannot run Python, a page says so and still keeps what is typed.

npm has no older Chromium. By hand were tried: 88, 89 and 92, which keep and save, as 84 and later
can; 103, which runs Python, as 95 and later can; and 83, which the page calls too old.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from browser import desk, web
from browser.conftest import ARGUMENTS
from browser.drafts_kept import records
from browser.keeping import NAME, wait_until

OLD = web.ROOT / "build" / "old" / "chromium"
SAVE = "document.querySelector('[data-save-file]').click()"


@pytest.fixture
def page(browser: Browser, nginx: str) -> Iterator[Page]:
    """Open a page in the old browser."""
    kind = browser.browser_type
    old = kind.launch(executable_path=OLD, args=[*ARGUMENTS, "--no-zygote"])
    assert old.version.startswith("92.")
    context = old.new_context(base_url=nginx, locale="zh-CN", service_workers="block")
    yield context.new_page()
    old.close()


def type_name(page: Page) -> None:
    """Type as far as this browser can be driven: most of Playwright's ways want a younger one."""
    page.evaluate(
        """(name) => {
          const field = document.getElementById('/alliance/name');
          field.value = name;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }""",
        NAME,
    )


def shown(page: Page, selector: str) -> list[str]:
    """The text of all that is shown."""
    return page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)]
          .filter((it) => it.offsetParent).map((it) => it.textContent)""",
        selector,
    )


def test_keeps_and_saves_what_is_typed_and_says_that_it_cannot_check(page: Page) -> None:
    failures: list[str] = []
    page.on("pageerror", lambda it: failures.append(str(it)))
    page.goto(desk.ADDRESS)
    type_name(page)
    wait_until(lambda: "浏览器版本过旧" in "".join(shown(page, "[data-boot] [data-failure]")))
    assert "填写、保存为文件不受影响" in "".join(shown(page, "[data-boot] [data-stage=failed]"))
    wait_until(lambda: [it["draft"]["alliance"]["name"] for it in records(page)] == [NAME])
    assert "仅保存在本机浏览器" in "".join(shown(page, "[data-keeping]"))
    with page.expect_download() as saved:
        page.evaluate(SAVE)
    assert saved.value.suggested_filename == f"{NAME}.json"

    page.reload()
    wait_until(lambda: page.evaluate("document.getElementById('/alliance/name').value") == NAME)
    assert failures == []


def test_a_browser_that_cannot_read_the_pages_script_is_told(page: Page) -> None:
    # As an older one finds it: words that it does not know.
    page.route(
        "**/self-check.mjs",
        lambda it: it.fulfill(body="let a = b?.#c;", content_type="text/javascript"),
    )
    page.route(f"**{desk.ADDRESS}", _without_digest)
    page.goto(desk.ADDRESS)
    wait_until(lambda: "浏览器版本过旧" in "".join(shown(page, "[data-unstarted-why]")))
    assert "还没有开始保存" in "".join(shown(page, "[data-keeping]"))


def _without_digest(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(' integrity="[^"]*"', "", answer.text()))
