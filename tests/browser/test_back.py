"""A page that is left and brought back by the browser's Back says what it said, in every engine."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from browser import desk, firefox, webkit
from browser.conftest import ARGUMENTS, CHROMIUM
from browser.killable import Killable

FOUND = "() => document.querySelector('[data-results] .outcome') !== null"
ADOPTED = "() => !document.querySelector('[data-note=example]').hidden"
SAVED = "() => Boolean(document.querySelector('[data-kept-at]')?.textContent)"
SHOWN = """() => JSON.stringify([...document.querySelectorAll('[data-form] [name^="/"]')]
  .map((it) => [it.name, it.value, it.checked ?? null]))"""
"""All that the form's controls show, rows and all."""
SHOWS = f"(shown) => ({SHOWN})() === shown"
CLICK = "(selector) => document.querySelector(selector).click()"
AT = "(path) => location.pathname.endsWith(path)"
SAYS_SO = """() => (self.isTheSame
  ? !document.querySelector('[data-keeping=elsewhere]')?.hidden
  : Boolean(document.querySelector('[data-kept-at]')?.textContent))"""
"""A browser may also load the page anew, with the draft as it is now."""
WRITE_MEANWHILE = """() => {
  indexedDB.open('validator').onsuccess = ({ target: { result: db } }) => {
    const drafts = db.transaction('drafts', 'readwrite').objectStore('drafts');
    drafts.getAll().onsuccess = ({ target: { result: [record] } }) => {
      const revision = record.revision + 1;
      drafts.put({ ...record, revision, page: 'another' });
      drafts.transaction.oncomplete = () => { self.isWritten = true; };
    };
  };
}"""
HOLD = """() => {
  const { transaction } = IDBDatabase.prototype;
  let isHolding = true;
  IDBDatabase.prototype.transaction = function (...words) {
    const tx = transaction.apply(this, words);
    const hold = () => {
      self.isHeld = true;
      if (isHolding) tx.objectStore('drafts').count().onsuccess = hold;
    };
    hold();
    return tx;
  };
  addEventListener('pageshow', () => { isHolding = false; });
}"""
"""No transaction of the page ends any more, until the page was left and has come back."""
KEPT = """(count) => new Promise((resolve) => {
  indexedDB.open('validator').onsuccess = ({ target: { result: db } }) => {
    const asked = db.transaction('drafts').objectStore('drafts').count();
    asked.onsuccess = () => { db.close(); resolve(asked.result === count); };
  };
})"""
TICKED = '[name="/alliance/chains"]:not(:checked)'
PRE_CHECK = desk.PRE_CHECK
PASTED = "待粘贴的成员"


class Driven:
    """A page of Chromium, spoken to as the other browsers are."""

    def __init__(self, page: Page) -> None:
        """Take a page."""
        self._page = page
        self.goto = page.goto
        self.evaluate = page.evaluate

    def back(self) -> None:
        """Go back in the history."""
        self._page.evaluate("history.back()")

    def reload(self) -> None:
        """Load the page anew."""
        self._page.reload()

    def wait_for(self, function: str, given: object = None) -> None:
        """Wait until a JavaScript function gives something true.

        Playwright's own way evaluates text inside the page, which the page's policy forbids from
        the second look on.
        """
        for _ in range(600):
            with suppress(Error):  # the page is on its way to another
                if self._page.evaluate(function, given):
                    return
            self._page.wait_for_timeout(100)
        raise TimeoutError(function)


@pytest.fixture(params=["webkit", "firefox", "chromium"])
def tab(
    request: pytest.FixtureRequest, browser: Browser, tmp_path: Path
) -> Iterator[webkit.Tab | firefox.Tab | Driven]:
    """Start a browser with a profile of its own."""
    if request.param == "chromium":
        killable = Killable(CHROMIUM, ARGUMENTS, tmp_path)
        driven, page = killable.connect(browser.browser_type)
        yield Driven(page)
        killable.kill()
        driven.close()
    else:
        with {"webkit": webkit, "firefox": firefox}[request.param].running(tmp_path) as started:
            yield started


def leave_and_come_back(tab: webkit.Tab, address: str) -> None:
    tab.evaluate(CLICK, "a[href*='notice/']")
    tab.wait_for(AT, desk.NOTICE)
    tab.back()
    tab.wait_for(AT, address)


def test_back_shows_every_answer_and_the_next_tick_is_one_more(tab: webkit.Tab, nginx: str) -> None:
    tab.goto(nginx + desk.ADDRESS)
    tab.wait_for(FOUND)
    tab.evaluate(CLICK, "[data-example]")
    tab.wait_for(ADOPTED)
    tab.wait_for(SAVED)
    tab.evaluate("(text) => { document.querySelector('[data-paste]').value = text; }", PASTED)
    shown = tab.evaluate(SHOWN)
    tab.evaluate("() => { self.isTheSame = true; }")
    leave_and_come_back(tab, desk.ADDRESS)
    tab.wait_for(SHOWS, shown)
    assert tab.evaluate("() => self.isTheSame ?? false"), "it was loaded anew: nothing is shown"
    assert tab.evaluate("() => document.querySelector('[data-paste]').value") == PASTED
    tab.evaluate(CLICK, TICKED)
    shown = tab.evaluate(SHOWN)
    tab.reload()
    tab.wait_for(FOUND)
    assert tab.evaluate(SHOWN) == shown


def test_back_to_a_draft_that_was_written_meanwhile_says_so(tab: webkit.Tab, nginx: str) -> None:
    tab.goto(nginx + desk.ADDRESS)
    tab.wait_for(FOUND)
    tab.evaluate(CLICK, TICKED)
    tab.wait_for(SAVED)
    tab.evaluate("() => { self.isTheSame = true; }")
    tab.evaluate(CLICK, "a[href*='notice/']")
    tab.wait_for(AT, desk.NOTICE)
    tab.evaluate(WRITE_MEANWHILE)
    tab.wait_for("() => self.isWritten ?? false")
    tab.back()
    tab.wait_for(AT, desk.ADDRESS)
    tab.wait_for(SAYS_SO)


def test_a_page_left_in_mid_transaction_keeps_no_other_from_writing(
    tab: webkit.Tab, nginx: str
) -> None:
    tab.goto(nginx + desk.ADDRESS)
    tab.wait_for(FOUND)
    tab.evaluate(CLICK, TICKED)
    tab.wait_for(SAVED)
    tab.evaluate("() => { self.isTheSame = true; }")
    tab.evaluate(HOLD)
    tab.evaluate(CLICK, TICKED)
    tab.wait_for("() => self.isHeld ?? false")
    tab.evaluate(CLICK, "a[href*='notice/']")
    tab.wait_for(AT, desk.NOTICE)
    tab.evaluate(WRITE_MEANWHILE)
    tab.wait_for("() => self.isWritten ?? false")
    tab.back()
    tab.wait_for(AT, desk.ADDRESS)
    tab.wait_for(SAYS_SO)
    tab.wait_for(KEPT, 2)


def test_back_to_the_pre_check_shows_its_answers(tab: webkit.Tab, nginx: str) -> None:
    tab.goto(nginx + PRE_CHECK)
    tab.wait_for(FOUND)
    tab.evaluate(CLICK, '[name="/support/chains"]')
    shown = tab.evaluate(SHOWN)
    leave_and_come_back(tab, PRE_CHECK)
    tab.wait_for(SHOWS, shown)
    tab.reload()
    tab.wait_for(FOUND)
    assert tab.evaluate(SHOWN) == shown
