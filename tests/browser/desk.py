"""The self-check page as a visitor uses it."""

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

CALL = "/calls/shanxi_alliance_2023/"
ADDRESS = f"{CALL}tools/self-check/"
PRE_CHECK = f"{CALL}tools/pre-check/"
NOTICE = f"{CALL}notice/"
CONDITIONS = f"{CALL}guide/conditions/"
_TABS = 120


def open_page(page: Page, address: str = ADDRESS) -> None:
    """Open the page, choose to see the whole form, and wait for the first results."""
    page.goto(address)
    page.get_by_label("整张表").check()
    wait_for_python(page)


def wait_for_python(page: Page) -> None:
    """Wait until Python has checked the form once."""
    expect(page.locator("[data-results] .outcome")).to_be_attached(timeout=60_000)


def at(page: Page, pointer: str) -> Locator:
    """Find the control, or the element, of a place in the application."""
    return page.locator(f'[id="{pointer}"]')


def named(page: Page, pointer: str) -> Locator:
    """Find all controls of an answer, such as the radio buttons of a choice."""
    return page.locator(f'[name="{pointer}"]')


def rows(page: Page, pointer: str = "/members") -> Locator:
    """Find the rows of a list."""
    return page.locator(f'[data-rows="{pointer}"] > [data-list] > [data-row]')


def unfold(page: Page, pointer: str) -> None:
    """Show all of a row."""
    at(page, pointer).locator("[data-unfold]").first.click()


def finding(page: Page, rule: str) -> Locator:
    """Find one rule's result."""
    return page.locator(f"#finding-{rule}")


def focused(page: Page) -> str:
    """Return the name of the element that has the focus, or its id if it has no name."""
    return page.evaluate("document.activeElement.name || document.activeElement.id")


def tab_to(page: Page, pointer: str) -> None:
    """Press Tab until an answer has the focus."""
    for _ in range(_TABS):
        if focused(page) == pointer:
            return
        page.keyboard.press("Tab")
    message = f"{pointer} is not among the next {_TABS} stops; the focus is on {focused(page)}"
    raise AssertionError(message)


def choose_draft(page: Page, draft: object) -> None:
    """Choose a draft as the file to open."""
    content = json.dumps(draft, ensure_ascii=False).encode()
    page.locator("[data-open-file]").set_input_files(
        {"name": "draft.json", "mimeType": "application/json", "buffer": content}
    )


def open_draft(page: Page, draft: object) -> None:
    """Open a draft as a file."""
    choose_draft(page, draft)
    expect(page.locator('[data-note="opened"]')).to_be_visible()


def downloaded(page: Page, button: Locator, folder: Path) -> Path:
    """Press a button and return the file that the browser then saves."""
    with page.expect_download() as waiting:
        button.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path
