"""Drafts in the browser: what was typed is there again, whatever happened in between."""

import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser import desk, web
from browser.conftest import ARGUMENTS, CHROMIUM
from browser.desk import at
from browser.drafts_kept import occupy, put, records, row, tag, unfold, whole_storage
from browser.keeping import (
    CALL,
    EARLIER,
    NAME,
    OTHER,
    TEXT,
    answers,
    kept_names,
    start,
    type_name,
    wait_until,
)
from browser.killable import Killable
from validator.drafts import VERSION

LOSES = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (record) {
  const asked = put.call(this, record);
  if (self.loses) {
    this.delete(record.id);
    self.lost = (self.lost ?? 0) + 1;
  }
  return asked;
};
"""
"""A disk that says it took what it did not keep, while `loses` is set."""
HALF = """(it) => {
  it.value = '半\\ud83d个';
  it.dispatchEvent(new Event('input', {bubbles: true}));
}"""
SPOIL = """() => new Promise((resolve) => {
  indexedDB.open('validator').onsuccess = ({ target: { result: db } }) => {
    const tx = db.transaction('drafts', 'readwrite');
    const drafts = tx.objectStore('drafts');
    drafts.getAll().onsuccess = ({ target: { result: [record] } }) => {
      record.draft.lead.name += '\\ud83d';
      drafts.put(record);
    };
    tx.oncomplete = resolve;
  };
})"""
"""Half a character in a draft that an older browser kept."""


@pytest.mark.parametrize("seconds", [1.4, 2.1, 2.9])
def test_a_killed_browser_loses_the_last_second_at_most(
    browser: Browser, nginx: str, tmp_path: Path, seconds: float
) -> None:
    killable = Killable(CHROMIUM, ARGUMENTS, tmp_path)
    driven, page = killable.connect(browser.browser_type)
    start(page, nginx + desk.ADDRESS)
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    at(page, TEXT).focus()
    began = time.monotonic()
    typed: list[tuple[float, str]] = []
    while (now := time.monotonic()) < began + seconds:
        letter = chr(ord("甲") + len(typed) % 500)
        page.keyboard.insert_text(letter)
        typed.append((now, letter))
    killed = time.monotonic()
    killable.kill()
    driven.close()
    again = Killable(CHROMIUM, ARGUMENTS, tmp_path)
    driven, page = again.connect(browser.browser_type)
    start(page, nginx + desk.ADDRESS)
    safe = "".join(letter for at_time, letter in typed if at_time <= killed - 1)
    assert len(safe) > 3
    expect(at(page, TEXT)).not_to_have_value("")
    kept = at(page, TEXT).input_value()
    again.kill()
    driven.close()
    assert kept.startswith(safe)
    assert "".join(letter for _, letter in typed).startswith(kept)


def test_reload_restores_everything(page: Page) -> None:
    desk.open_page(page)
    desk.open_draft(page, answers())
    summary = page.locator("[data-summary]")
    expect(summary).to_contain_text("未发现不符合")
    at(page, "/lead/city").fill("大同市平城区")
    page.reload()  # at once: nothing waits for a pause in typing
    desk.wait_for_python(page)
    expect(at(page, "/lead/city")).to_have_value("大同市平城区")
    expect(summary).to_contain_text("未发现不符合")


def test_a_tab_closed_in_mid_word_loses_nothing(page: Page) -> None:
    start(page)
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    other = page.context.new_page()
    type_name(page)
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    start(other)
    expect(at(other, "/alliance/name")).to_have_value(NAME)


def test_a_page_left_while_storage_is_busy_loses_nothing(page: Page) -> None:
    start(page)
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    other = page.context.new_page()
    other.goto(desk.NOTICE)
    occupy(other)
    type_name(page)
    page.wait_for_timeout(500)  # The page tries to keep the name, and waits for the other page.
    page.goto(desk.NOTICE)
    other.close()
    start(page)
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    assert kept_names(page) == [NAME]
    assert "validator.left" not in json.dumps(whole_storage(page))


def test_what_was_typed_before_the_scripts_came_is_a_draft_beside_the_last(page: Page) -> None:
    start(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("**/js/self-check.mjs", hold)
    page.goto(desk.ADDRESS, wait_until="commit")
    type_name(page, OTHER)
    held[0].continue_()
    wait_until(lambda: kept_names(page) == sorted([NAME, OTHER]))
    expect(at(page, "/alliance/name")).to_have_value(OTHER)


def test_the_time_of_the_last_saving_is_shown(page: Page) -> None:
    start(page)
    expect(page.get_by_text("仅保存在本机浏览器")).to_be_visible()
    saved_at = page.get_by_text("上次保存")
    expect(saved_at).to_be_hidden()
    type_name(page)
    expect(saved_at).to_be_visible()
    clock = page.evaluate("new Date().toTimeString().slice(0, 5)")
    hour, minute = map(int, page.locator("[data-kept-at]").inner_text().split(":"))
    assert 0 <= int(clock[:2]) * 60 + int(clock[3:]) - (hour * 60 + minute) <= 1


def test_what_an_earlier_version_of_the_site_kept_is_taken_over_once(page: Page) -> None:
    page.goto("/")
    old = json.dumps({"draft_version": 1, "notice": CALL.id, "alliance": {"name": NAME}})
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [EARLIER, old])
    start(page)
    expect(at(page, "/alliance/name")).to_have_value(NAME, timeout=60_000)
    assert page.evaluate("k => localStorage.getItem(k)", EARLIER) is None
    type_name(page, OTHER)
    wait_until(lambda: kept_names(page) == [OTHER])
    page.reload()
    expect(at(page, "/alliance/name")).to_have_value(OTHER)


def test_what_was_kept_but_damaged_is_said_and_the_rest_stays_usable(page: Page) -> None:
    desk.open_page(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [EARLIER, '{"alliance": {"na'])
    put(page, {"id": "x", "notice": CALL.id, "name": "一稿", "number": 7, "draft": [1]})
    page.reload()
    expect(page.locator("[data-keeping=damaged]")).to_be_visible()
    expect(page.locator("[data-keeping=damaged]")).to_contain_text("已损坏，未能读出")
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    expect(unfold(page)).to_have_count(3)
    expect(tag(row(page, "一稿"), "damaged")).to_have_text("已损坏，打不开")
    expect(tag(row(page, "一稿"), "damaged")).to_be_visible()
    expect(row(page, "一稿").get_by_role("button")).to_have_text(["删除"])
    type_name(page, OTHER)
    expect(page.get_by_text("上次保存")).to_be_visible()
    row(page, "一稿").get_by_role("button", name="删除").click()
    expect(unfold(page)).to_have_count(2)
    page.locator('[data-note="removed"] [data-undo]').click()
    expect(unfold(page)).to_have_count(3)


def test_a_draft_of_an_earlier_version_opens_and_a_newer_one_is_refused(page: Page) -> None:
    desk.open_page(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    (whole,) = records(page)
    for number, version in enumerate((1, 99), 2):
        draft = {"draft_version": version, "notice": CALL.id, "lead": {"name": "甲公司"}}
        own = {"id": f"v{version}", "number": number, "name": f"版本 {version}", "draft": draft}
        put(page, whole | own)
    page.reload()
    desk.wait_for_python(page)
    row(page, "版本 99").get_by_role("button", name="打开").click()
    expect(page.locator("[data-refusal]")).to_contain_text("更新的版本（99）保存")
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    row(page, "版本 1").get_by_role("button", name="打开").click()
    expect(at(page, "/lead/name")).to_have_value("甲公司")
    at(page, "/lead/city").fill("太原市")
    wait_until(
        lambda: (
            {"v1": VERSION, "v99": 99}.items()
            <= {record["id"]: record["draft"]["draft_version"] for record in records(page)}.items()
        )
    )


def test_a_browser_that_refuses_storage_is_said(
    browser: Browser, nginx: str, tmp_path: Path
) -> None:
    preferences = tmp_path / "Default" / "Preferences"
    preferences.parent.mkdir()
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    preferences.write_text(json.dumps(blocked), "utf-8")
    killable = Killable(CHROMIUM, ARGUMENTS, tmp_path)
    driven, page = killable.connect(browser.browser_type)
    try:
        start(page, nginx + desk.ADDRESS)
        expect(page.get_by_text("本机浏览器不允许保存")).to_be_visible()
        type_name(page)
        desk.wait_for_python(page)
        desk.open_draft(page, {"alliance": {"name": OTHER}})
        expect(at(page, "/alliance/name")).to_have_value(OTHER)
        page.locator('[data-note="opened"] [data-undo]').click()
        expect(at(page, "/alliance/name")).to_have_value(NAME)
        page.get_by_role("button", name="清除", exact=True).click()
        page.locator("[data-clear-yes]").click()
        expect(page.locator('[data-note="not_removed"]')).to_be_visible()
        expect(at(page, "/alliance/name")).to_have_value("")
        page.goto(nginx + desk.PRE_CHECK)
        expect(page.locator("[data-keeping=refused]")).to_be_visible()
    finally:
        killable.kill()
        driven.close()


def test_a_full_disk_is_said_and_saving_resumes(page: Page, nginx: str) -> None:
    desk.open_page(page)
    quota = page.context.new_cdp_session(page)
    quota.send("Storage.overrideQuotaForOrigin", {"origin": nginx, "quotaSize": 1})
    at(page, "/lead/strength").fill("字" * 9000)
    expect(page.locator("[data-keeping=refused]")).to_be_visible()
    quota.send("Storage.overrideQuotaForOrigin", {"origin": nginx})
    type_name(page)
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    wait_until(lambda: kept_names(page) == [NAME])


def test_after_a_refusal_only_what_can_be_read_again_is_called_kept(page: Page, nginx: str) -> None:
    page.add_init_script(LOSES)
    desk.open_page(page)
    quota = page.context.new_cdp_session(page)
    quota.send("Storage.overrideQuotaForOrigin", {"origin": nginx, "quotaSize": 1})
    at(page, TEXT).fill("字" * 9000)
    refused = page.locator("[data-keeping=refused]")
    expect(refused).to_be_visible()
    quota.send("Storage.overrideQuotaForOrigin", {"origin": nginx})
    page.evaluate("() => { self.loses = true; }")
    at(page, TEXT).fill("盘满时的内容")
    wait_until(lambda: page.evaluate("self.lost ?? 0") > 0)
    page.wait_for_timeout(1000)
    expect(refused).to_be_visible()
    page.evaluate("() => { self.loses = false; }")
    type_name(page)
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    assert kept_names(page) == [NAME]


def test_drafts_that_were_wiped_under_the_page_are_said_and_kept_anew(
    page: Page, nginx: str
) -> None:
    start(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    wipe = {"origin": nginx, "storageTypes": "indexeddb"}
    page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", wipe)
    at(page, TEXT).fill("清掉以后填的")
    expect(page.locator("[data-keeping=gone]")).to_be_visible()
    wait_until(lambda: kept_names(page) == [NAME])
    page.get_by_role("button", name="把本页的另存为一份新草稿").last.click()
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    page.reload()
    expect(at(page, TEXT)).to_have_value("清掉以后填的")


def test_a_database_that_a_later_edition_took_over_is_said(page: Page) -> None:
    start(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    other = page.context.new_page()
    other.goto(desk.NOTICE)
    other.evaluate(
        """() => new Promise((resolve) => {
          indexedDB.open('validator', 2).onsuccess = resolve;
        })"""
    )
    at(page, TEXT).fill("还没有存上的")
    expect(page.locator("[data-keeping=refused]")).to_be_visible()
    expect(at(page, TEXT)).to_have_value("还没有存上的")


def test_what_an_input_method_is_still_composing_is_kept(page: Page) -> None:
    start(page)
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    at(page, TEXT).focus()
    ime = {"text": "shan'xi", "selectionStart": 7, "selectionEnd": 7}
    page.context.new_cdp_session(page).send("Input.imeSetComposition", ime)
    page.reload()
    expect(at(page, TEXT)).to_have_value("shan'xi")


def test_a_write_that_is_not_answered_is_said(page: Page) -> None:
    start(page)
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    other = page.context.new_page()
    other.goto(desk.NOTICE)
    occupy(other)
    type_name(page)
    expect(page.locator("[data-keeping=refused]")).to_be_visible(timeout=30_000)
    other.close()
    at(page, TEXT).fill("等到了")
    expect(page.locator("[data-keeping=yes]")).to_be_visible(timeout=30_000)
    assert kept_names(page) == [NAME]


def test_half_a_character_and_a_very_long_text_are_kept_and_told(page: Page) -> None:
    page.add_init_script("delete String.prototype.toWellFormed;")
    desk.open_page(page)
    type_name(page)
    at(page, "/lead/name").evaluate(HALF)
    at(page, TEXT).fill("长" * 200_000)
    wait_until(
        lambda: [len(r["draft"]["lead"].get("strength", "")) for r in records(page)] == [200_000]
    )
    page.get_by_role("button", name="核验", exact=True).click()
    expect(page.locator("[data-problem-list]")).to_be_visible()
    expect(page.locator("[data-refusal]")).to_have_text("")
    (record,) = records(page)
    assert record["draft"]["lead"]["name"] == "半\ufffd个"
    put(page, record | {"draft": record["draft"] | {"lead": {"name": "旧"}}, "page": "earlier"})
    page.evaluate(SPOIL)
    page.reload()
    desk.wait_for_python(page)
    expect(page.locator("[data-refusal]")).to_have_text("")
    expect(at(page, "/lead/name")).to_have_value("旧\ufffd")


def test_another_page_hands_over_a_draft(page: Page) -> None:
    desk.open_page(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    page.goto(desk.CONDITIONS)
    draft = {"draft_version": VERSION, "notice": CALL.id, "lead": {"city": "大同市"}}
    made = page.evaluate(
        """async ([scripts, notice, draft]) => {
          const { keepNew } = await import(`${scripts}/drafts.mjs`);
          return keepNew(notice, { name: '来自快速预判', draft });
        }""",
        [web.SCRIPTS, CALL.id, draft],
    )
    assert made in [record["id"] for record in records(page)]
    start(page)
    expect(at(page, "/lead/city")).to_have_value("大同市")
    expect(tag(row(page, "来自快速预判 2"), "current")).to_be_visible()
    expect(unfold(page)).to_have_count(2)
