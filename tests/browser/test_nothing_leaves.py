"""Nothing that a person types leaves the page, and after 清除 nothing of it is kept anywhere.

Every question gets a text that no page has, every button is pressed, and the text is looked for in
all that came to the server, in addresses, titles, the console and everything that a browser stores.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser import desk, web
from browser.drafts_kept import records, whole_storage
from browser.keeping import wait_until
from browser.recorded import Recorded, recorded

TYPED = "zq7typed"  # ASCII, so that no address or header can hold the text in another encoding
ASKED_LEAST, PRESSED_LEAST, REQUESTS_LEAST = 120, 60, 30

FILL = """
(typed) => {
  let asked = 0;
  const kinds = ['radio', 'checkbox', 'file', 'date', 'hidden'].map((it) => `[type=${it}]`);
  const chosen = [...kinds, '[readonly]'].join();
  for (const it of document.querySelectorAll(`main :is(input, textarea):not(${chosen})`)) {
    it.value = `${typed}${asked += 1}`;
    it.dispatchEvent(new Event('input', { bubbles: true }));
    it.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return asked;
}
"""
CHOOSE = """
() => {
  const questions = '[data-form] :is([type=radio], [type=checkbox])[name^="/"]';
  for (const it of document.querySelectorAll(questions)) if (!it.checked) it.click();
  for (const it of document.querySelectorAll('[data-form] select')) {
    it.selectedIndex = it.options.length - 1;
    it.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
"""
PRESS = """
() => {
  const spared = '[data-clear], [data-clear-yes], [data-remove], [data-draft-remove], [disabled]';
  const all = [...document.querySelectorAll('main button')].filter((it) => !it.matches(spared));
  const buttons = all.filter((it) => it.checkVisibility()); // Others load the page anew, or ask so.
  for (const it of buttons) {
    it.click();
    for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  }
  return buttons.length;
}
"""
ELSEWHERE = """
async () => {
  const kept = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      kept.push(request.url, await (await cache.match(request)).text());
    }
  }
  const folder = await navigator.storage.getDirectory();
  for await (const name of folder.keys()) kept.push(name);
  return kept.concat(document.cookie, name, document.title, location.href, document.referrer,
    JSON.stringify(history.state));
}
"""


@dataclass
class Visit:
    """A page, and what the browser said of it: addresses, titles, lines of the console."""

    context: BrowserContext
    page: Page
    server: Recorded
    told: list[str] = field(default_factory=list)

    def leaks(self) -> list[str]:
        """Where the typed text is although it should not: requests, what was told, caches."""
        found = [*self.server.requests, *self.told, *self.page.evaluate(ELSEWHERE)]
        found += [json.dumps(cookie) for cookie in self.context.cookies()]
        return [text[:300] for text in found if TYPED in text.lower()]


@pytest.fixture
def visit(browser: Browser, served: Path) -> Iterator[Visit]:
    with (
        recorded(served) as server,
        web.visitor(browser, base_url=server.address, service_workers="allow") as context,
    ):
        page = context.new_page()
        made = Visit(context, page, server)
        context.on("request", lambda it: made.told.append(f"{it.url} {it.post_data} {it.headers}"))
        context.on("console", lambda it: made.told.append(it.text))
        page.on("framenavigated", lambda it: made.told.append(it.url))
        page.on("download", lambda it: made.told.append(it.url))
        page.on("dialog", lambda it: it.accept())
        yield made


def type_and_press(page: Page) -> tuple[int, int]:
    """Answer every question and press every button; return how many there were of each."""
    page.evaluate(CHOOSE)
    asked = page.evaluate(FILL, TYPED)
    page.evaluate(CHOOSE)  # Answers may have shown further questions.
    pressed = page.evaluate(PRESS)
    asked = max(asked, page.evaluate(FILL, TYPED))
    page.wait_for_timeout(1500)
    return asked, pressed


def kept(page: Page) -> str:
    """All that the browser keeps for the pages' own use, as text in lower case."""
    return json.dumps(whole_storage(page), ensure_ascii=False).lower()


def test_what_is_typed_stays_in_the_page_and_goes_when_it_is_cleared(visit: Visit) -> None:
    page = visit.page
    desk.open_page(page)
    for button in page.locator("[data-add]").all():  # Rows ask most of the questions.
        button.evaluate("it => it.click()")
    asked, pressed = type_and_press(page)
    assert asked >= ASKED_LEAST
    assert pressed >= PRESSED_LEAST
    assert visit.leaks() == []
    assert TYPED in kept(page)  # The drafts are kept, and the search finds what is there.

    for address in (desk.NOTICE, desk.ADDRESS, desk.PRE_CHECK):
        page.goto(address)
        page.wait_for_load_state()
    type_and_press(page)
    page.goto(desk.ADDRESS)
    desk.wait_for_python(page)
    assert visit.leaks() == []

    page.locator("[data-clear]").evaluate("it => it.click()")
    page.locator("[data-clear-yes]").evaluate("it => it.click()")
    wait_until(lambda: records(page) == [])
    page.goto(desk.PRE_CHECK)
    page.locator("[data-clear]").evaluate("it => it.click()")
    page.wait_for_timeout(1500)
    assert TYPED not in kept(page)
    assert visit.leaks() == []
    assert len(visit.server.requests) >= REQUESTS_LEAST


def test_on_a_shared_computer_no_store_holds_what_is_typed(visit: Visit) -> None:
    page = visit.page
    desk.open_page(page)
    page.get_by_label("公用电脑模式").check()
    expect(page.get_by_text("公用电脑模式：什么都不保存")).to_be_visible()
    page.evaluate(FILL, TYPED)
    page.wait_for_timeout(1500)
    assert TYPED not in kept(page)
    assert visit.leaks() == []


@pytest.mark.parametrize(
    "leak",
    [
        "fetch('/?' + TYPED)",
        "fetch('/', { method: 'POST', body: TYPED })",
        "fetch('/', { headers: { 'X-Told': TYPED } })",
        "navigator.sendBeacon('/', TYPED)",
        "console.log(TYPED)",
        "document.title = TYPED",
        "document.cookie = `told=${TYPED}`",
        "history.replaceState({ told: TYPED }, '')",
        "history.replaceState(null, '', `#${TYPED}`)",
        "caches.open('told').then((it) => it.put('/told', new Response(TYPED)))",
        "navigator.storage.getDirectory().then((it) => it.getFileHandle(TYPED, { create: true }))",
    ],
)
def test_what_leaves_is_found(visit: Visit, leak: str) -> None:
    visit.page.goto(web.BLANK)
    assert visit.leaks() == []
    visit.page.evaluate(f"async (TYPED) => {{ {leak}; }}", TYPED)
    wait_until(lambda: visit.leaks() != [])
