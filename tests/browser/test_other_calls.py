"""Drafts of other calls in the same browser: listed, carried over, removed with all others."""

import json

from playwright.sync_api import Page, expect

from browser import desk
from browser.desk import at
from browser.drafts_kept import put, records
from browser.keeping import CALL, NAME, OTHER, start, type_name, wait_until

ELSEWHERE = "elsewhere_2030"
DRAFT = {"draft_version": 2, "notice": ELSEWHERE, "alliance": {"name": OTHER, "levy": "三万元"}}
RECORD = {
    "id": "of-another-call",
    "notice": ELSEWHERE,
    "name": "",
    "number": 1,
    "draft": DRAFT,
    "revision": 1,
    "changed": 1,
    "page": "another",
}


def keep_another(page: Page) -> None:
    start(page)
    type_name(page)
    wait_until(lambda: len(records(page)) == 1)
    put(page, RECORD)
    page.reload()
    page.locator("[data-drafts] summary").click()


def test_a_draft_of_another_call_is_listed_apart_and_carried_over(page: Page) -> None:
    keep_another(page)
    others = page.locator("[data-other-list] > li")
    expect(others.locator("[data-name]")).to_have_text([OTHER])
    expect(others.locator("[data-of-call]")).to_have_text([ELSEWHERE])
    expect(page.locator("[data-draft-list] [data-name]")).to_have_text([NAME])
    desk.wait_for_python(page)
    others.get_by_role("button", name="带入本通知").click()
    expect(at(page, "/alliance/name")).to_have_value(OTHER)
    told = page.locator('[data-told="opened"]')
    expect(told).to_contain_text(f"为“{ELSEWHERE}”填的，已带入")
    expect(told).to_contain_text("三万元")
    wait_until(lambda: len(records(page)) == 3)
    kept = {record["id"]: record for record in records(page)}
    assert kept[RECORD["id"]]["draft"] == DRAFT
    carried = [it for it in kept.values() if it["draft"].get("alliance") == {"name": OTHER}]
    assert [it["notice"] for it in carried] == [CALL.id]
    assert carried[0]["draft"]["notice"] == CALL.id


def test_clearing_removes_the_drafts_of_every_call(page: Page) -> None:
    keep_another(page)
    expect(page.locator("[data-other-list] > li")).to_have_count(1)
    page.get_by_role("button", name="清除", exact=True).click()
    page.get_by_role("button", name="全部清除").click()
    wait_until(lambda: records(page) == [])
    expect(page.locator("[data-other-calls]")).to_be_hidden()
    page.locator('[data-note="cleared"] [data-undo]').click()
    wait_until(lambda: {it["notice"] for it in records(page)} == {CALL.id, ELSEWHERE})


def test_a_file_of_another_call_is_carried_over_and_says_so(page: Page) -> None:
    desk.open_page(page)
    content = json.dumps(DRAFT).encode()
    page.locator("[data-open-file]").set_input_files(
        {"name": "draft.json", "mimeType": "application/json", "buffer": content}
    )
    expect(at(page, "/alliance/name")).to_have_value(OTHER)
    expect(page.locator('[data-told="opened"]')).to_contain_text("有 1 个回答本通知不问")
