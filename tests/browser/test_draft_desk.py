"""Several drafts: made, named, copied, removed, wiped, opened from a file, saved as one."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from browser import desk
from browser.desk import at
from browser.drafts_kept import put, records, row, tag, unfold
from browser.keeping import CALL, NAME, OTHER, answers, kept_names, start, type_name, wait_until
from validator.drafts import VERSION
from validator.fingerprint import fingerprint


def test_drafts_are_made_named_copied_and_opened_by_keyboard(page: Page) -> None:
    start(page)
    type_name(page)
    page.locator("[data-drafts] summary").focus()
    page.keyboard.press("Enter")
    expect(unfold(page).locator("[data-name]")).to_have_text([NAME])
    page.get_by_role("button", name="新建草稿").focus()
    page.keyboard.press("Enter")
    expect(at(page, "/alliance/name")).to_be_focused()
    expect(at(page, "/alliance/name")).to_have_value("")
    expect(unfold(page).locator("[data-name]")).to_have_text(["未命名草稿 2", NAME])
    row(page, "未命名草稿 2").get_by_role("button", name="改名").focus()
    page.keyboard.press("Enter")
    page.keyboard.insert_text("给张主任看的一稿")
    page.keyboard.press("Enter")
    expect(tag(row(page, "给张主任看的一稿"), "current")).to_be_visible()
    expect(row(page, "给张主任看的一稿").get_by_role("button", name="改名")).to_be_focused()
    expect(page.locator("[data-current-name]")).to_have_text("给张主任看的一稿")
    row(page, NAME).get_by_role("button", name="复制").click()
    expect(row(page, f"{NAME}（副本）")).to_be_visible()
    row(page, NAME).get_by_role("button", name="打开").click()
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    type_name(page, OTHER)
    expect(tag(row(page, OTHER), "current")).to_be_visible()
    page.reload()
    expect(at(page, "/alliance/name")).to_have_value(OTHER)
    names = unfold(page).locator("[data-name]")
    expect(names).to_have_text([OTHER, f"{NAME}（副本）", "给张主任看的一稿"])


def test_a_reload_reopens_the_draft_that_was_open(page: Page) -> None:
    start(page)
    type_name(page)
    page.get_by_role("button", name="新建草稿", include_hidden=True).evaluate("it => it.click()")
    expect(at(page, "/alliance/name")).to_have_value("")
    type_name(page, OTHER)
    row(page, NAME).get_by_role("button", name="打开").click()
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    page.reload()
    expect(at(page, "/alliance/name")).to_have_value(NAME)


def test_a_removed_draft_comes_back(page: Page) -> None:
    start(page)
    type_name(page)
    row(page, NAME).get_by_role("button", name="删除").click()
    expect(unfold(page)).to_have_count(0)
    expect(at(page, "/alliance/name")).to_have_value("")
    page.locator('[data-note="removed"] [data-undo]').click()
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    expect(unfold(page)).to_have_count(1)
    row(page, NAME).get_by_role("button", name="删除").click()
    expect(at(page, "/alliance/name")).to_have_value("")
    type_name(page, OTHER)  # takes the note away, not what was removed
    wait_until(lambda: kept_names(page) == [OTHER])
    page.get_by_role("button", name="恢复").click()
    expect(unfold(page)).to_have_count(2)
    expect(at(page, "/alliance/name")).to_have_value(OTHER)


def test_wiping_asks_first_and_can_be_undone_until_the_page_is_left(page: Page) -> None:
    desk.open_page(page)
    type_name(page)
    desk.open_draft(page, answers())
    wait_until(lambda: len(records(page)) == 2)
    page.get_by_role("button", name="清除", exact=True).click()
    expect(at(page, "/alliance/name")).to_have_value(answers()["alliance"]["name"])
    page.locator("[data-clear-yes]").click()
    expect(at(page, "/alliance/name")).to_have_value("")
    assert records(page) == []  # as soon as the screen is empty
    page.locator('[data-note="cleared"] [data-undo]').click()
    expect(at(page, "/alliance/name")).to_have_value(answers()["alliance"]["name"])
    assert kept_names(page) == sorted([NAME, answers()["alliance"]["name"]])
    page.get_by_role("button", name="清除", exact=True).click()
    page.locator("[data-clear-yes]").click()
    expect(at(page, "/alliance/name")).to_have_value("")
    type_name(page, OTHER)
    wait_until(lambda: kept_names(page) == [OTHER])
    page.get_by_role("button", name="恢复").click()
    expect(unfold(page)).to_have_count(3)
    page.get_by_role("button", name="清除", exact=True).click()
    page.locator("[data-clear-yes]").click()
    expect(at(page, "/alliance/name")).to_have_value("")
    page.reload()
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    expect(at(page, "/alliance/name")).to_have_value("")
    assert records(page) == []


def test_opening_a_file_covers_no_draft_and_can_be_undone_after_it_was_saved(page: Page) -> None:
    desk.open_page(page)
    type_name(page)
    desk.open_draft(page, {"draft_name": "外来的一稿", "alliance": {"name": OTHER}})
    expect(tag(row(page, "外来的一稿"), "current")).to_be_visible()
    wait_until(lambda: kept_names(page) == sorted([NAME, OTHER]))
    page.locator('[data-note="opened"] [data-undo]').click()
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    wait_until(lambda: kept_names(page) == [NAME])


def test_a_removed_row_comes_back_after_it_was_saved(page: Page) -> None:
    desk.open_page(page)
    desk.open_draft(page, answers())
    rows = desk.rows(page)
    count = rows.count()
    at(page, "/members/0").get_by_role("button", name="删除").first.click()
    wait_until(lambda: [len(r["draft"]["members"]) for r in records(page)] == [count - 1])
    page.locator('[data-note="removed"] [data-undo]').click()
    expect(rows).to_have_count(count)
    wait_until(lambda: [len(r["draft"]["members"]) for r in records(page)] == [count])


def test_a_draft_that_other_rules_have_checked_says_so(page: Page) -> None:
    desk.open_page(page)
    draft = answers()
    desk.choose_draft(page, draft | {"fingerprint": "0badcafe"})
    expect(page.locator('[data-told="opened"]')).to_contain_text("规则有过改动")
    wait_until(lambda: [it["draft"]["fingerprint"] for it in records(page)] == [fingerprint(CALL)])
    (record,) = records(page)
    put(page, record | {"draft": record["draft"] | {"fingerprint": "0badcafe"}})
    page.reload()
    expect(page.locator('[data-note="outdated"]')).to_be_visible()
    at(page, "/lead/name").fill("改了名的公司")
    wait_until(lambda: [it["draft"]["fingerprint"] for it in records(page)] == [fingerprint(CALL)])
    page.reload()
    expect(at(page, "/lead/name")).to_have_value("改了名的公司")
    expect(page.locator('[data-note="outdated"]')).to_be_hidden()


def test_a_saved_file_is_the_draft_as_typed(page: Page, tmp_path: Path) -> None:
    desk.open_page(page)
    draft = answers()
    desk.open_draft(page, draft)
    button = page.get_by_role("button", name="保存为文件")
    path = desk.downloaded(page, button, tmp_path)
    assert path.name == f"{draft['alliance']['name']}.json"
    saved = json.loads(path.read_text("utf-8"))
    own = {"draft_version": VERSION, "notice": CALL.id, "fingerprint": fingerprint(CALL)}
    assert saved == own | draft
    row(page, draft["alliance"]["name"]).get_by_role("button", name="改名").click()
    page.keyboard.insert_text("二稿/终")
    page.keyboard.press("Enter")
    expect(row(page, "二稿/终")).to_be_visible()
    path = desk.downloaded(page, button, tmp_path)
    assert path.name == "二稿终.json"
    assert json.loads(path.read_text("utf-8"))["draft_name"] == "二稿/终"
