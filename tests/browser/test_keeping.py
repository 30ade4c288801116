"""Drafts in the browser: what was typed is there again, whatever happened in between."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import axe
import desk
import pytest
import web
from conftest import ARGUMENTS, CHROMIUM
from desk import at
from drafts_kept import put, records, row, tag, unfold, whole_storage
from killable import Killable
from playwright.sync_api import Browser, Page, Route, expect

from validator.drafts import VERSION
from validator.example import example
from validator.notices import load

NOTICE = load("shanxi_alliance_2023")
NAME = "山西省测试氢能产业技术创新战略联盟"
OTHER = "山西省测试煤层气产业技术创新战略联盟"
EARLIER = f"validator.draft.{NOTICE.id}"
TEXT = "/lead/strength"


def answers() -> dict:
    draft = example(NOTICE).model_dump(mode="json", exclude_defaults=True)
    draft["alliance"].pop("towns", None)  # an empty choice: the same as none made
    return draft


def start(page: Page, address: str = desk.ADDRESS) -> None:
    """Go to the whole form, without waiting for Python."""
    page.goto(address)
    page.get_by_label("整张表").check()


def type_name(page: Page, name: str = NAME) -> None:
    at(page, "/alliance/name").fill(name)


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def kept_names(page: Page) -> list[str]:
    return sorted(record["draft"].get("alliance", {}).get("name", "") for record in records(page))


def second_tab(page: Page) -> Page:
    other = page.context.new_page()
    start(other)
    expect(other.locator("[data-saved=yes]")).to_be_visible()
    return other


def two_tabs_on_one_draft(page: Page) -> Page:
    start(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    other = second_tab(page)
    expect(at(other, "/alliance/name")).to_have_value(NAME)
    return other


@pytest.mark.parametrize("seconds", [1.4, 2.1, 2.9])
def test_a_killed_browser_loses_the_last_second_at_most(
    browser: Browser, nginx: str, tmp_path: Path, seconds: float
) -> None:
    killable = Killable(CHROMIUM, ARGUMENTS, tmp_path)
    driven, page = killable.connect(browser.browser_type)
    start(page, nginx + desk.ADDRESS)
    expect(page.locator("[data-saved=yes]")).to_be_visible()
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
    expect(page.locator("[data-saved=yes]")).to_be_visible()
    other = page.context.new_page()
    type_name(page)
    page.close(run_before_unload=True)
    start(other)
    expect(at(other, "/alliance/name")).to_have_value(NAME)


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
    hour, minute = map(int, page.locator("[data-saved-at]").inner_text().split(":"))
    assert 0 <= int(clock[:2]) * 60 + int(clock[3:]) - (hour * 60 + minute) <= 1


def test_what_an_earlier_version_of_the_site_kept_is_taken_over_once(page: Page) -> None:
    page.goto("/")
    old = json.dumps({"draft_version": 1, "notice": NOTICE.id, "alliance": {"name": NAME}})
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
    put(page, {"id": "x", "notice": NOTICE.id, "name": "一稿", "number": 7, "draft": [1]})
    page.reload()
    expect(page.locator("[data-saved=damaged]")).to_be_visible()
    expect(page.locator("[data-saved=damaged]")).to_contain_text("已损坏，未能读出")
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
        draft = {"draft_version": version, "notice": NOTICE.id, "lead": {"name": "甲公司"}}
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
    expect(page.locator("[data-saved=yes]")).to_be_visible()
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
    rows = page.locator('[data-rows="/members"] > [data-list] > [data-row]')
    count = rows.count()
    at(page, "/members/0").get_by_role("button", name="删除").first.click()
    wait_until(lambda: [len(r["draft"]["members"]) for r in records(page)] == [count - 1])
    page.locator('[data-note="removed"] [data-undo]').click()
    expect(rows).to_have_count(count)
    wait_until(lambda: [len(r["draft"]["members"]) for r in records(page)] == [count])


def test_a_saved_file_is_the_draft_as_typed(page: Page, tmp_path: Path) -> None:
    desk.open_page(page)
    draft = answers()
    desk.open_draft(page, draft)
    button = page.get_by_role("button", name="保存为文件")
    path = desk.downloaded(page, button, tmp_path)
    assert path.name == f"{draft['alliance']['name']}.json"
    saved = json.loads(path.read_text("utf-8"))
    assert saved == {"draft_version": VERSION, "notice": NOTICE.id} | draft
    row(page, draft["alliance"]["name"]).get_by_role("button", name="改名").click()
    page.keyboard.insert_text("二稿/终")
    page.keyboard.press("Enter")
    expect(row(page, "二稿/终")).to_be_visible()
    path = desk.downloaded(page, button, tmp_path)
    assert path.name == "二稿_终.json"
    assert json.loads(path.read_text("utf-8"))["draft_name"] == "二稿/终"


def test_a_tab_whose_copy_is_stale_says_so_and_can_load_the_other(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    at(other, "/lead/city").fill("大同市")
    stale = page.locator("[data-saved=elsewhere]")
    expect(stale).to_be_visible()
    clock = other.locator("[data-saved-at]").inner_text()
    expect(page.locator("[data-elsewhere-at]")).to_have_text(clock)
    at(page, "/lead/name").fill("本页的公司")  # goes on meanwhile
    wait_until(lambda: len(records(page)) == 2)
    assert [r["draft"].get("lead") for r in records(page) if "copyOf" not in r] == [
        {"city": "大同市"}
    ]
    page.get_by_role("button", name="载入那边的内容").click()
    expect(at(page, "/lead/city")).to_have_value("大同市")
    expect(at(page, "/lead/name")).to_have_value("")
    expect(stale).to_be_hidden()
    wait_until(lambda: len(records(page)) == 1)
    at(page, "/lead/name").fill("再填的公司")
    expect(other.locator("[data-saved=elsewhere]")).to_be_visible()
    wait_until(
        lambda: records(page)[0]["draft"]["lead"] == {"city": "大同市", "name": "再填的公司"}
    )


def test_a_stale_tabs_own_answers_can_become_a_draft_of_their_own(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    at(other, "/lead/city").fill("大同市")
    expect(page.locator("[data-saved=elsewhere]")).to_be_visible()
    page.get_by_role("button", name="把本页的另存为一份新草稿").click()
    expect(page.locator("[data-saved=elsewhere]")).to_be_hidden()
    type_name(page, OTHER)
    wait_until(lambda: kept_names(page) == sorted([NAME, OTHER]))
    expect(tag(row(page, OTHER), "current")).to_be_visible()
    expect(tag(row(page, OTHER), "copy")).to_be_hidden()
    expect(other.locator("[data-saved=yes]")).to_be_visible()


def test_a_stale_tab_that_is_closed_leaves_a_copy_beside(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    at(other, "/lead/city").fill("大同市")
    expect(page.locator("[data-saved=elsewhere]")).to_be_visible()
    at(page, "/lead/name").fill("本页的公司")
    page.close(run_before_unload=True)
    other.reload()
    expect(at(other, "/lead/city")).to_have_value("大同市")
    copy = unfold(other).filter(has=other.locator("[data-tag=copy]:not([hidden])"))
    expect(copy).to_have_count(1)
    copy.get_by_role("button", name="打开").click()
    expect(at(other, "/lead/name")).to_have_value("本页的公司")
    expect(at(other, "/lead/city")).to_have_value("")


def test_tabs_that_do_not_hear_each_other_do_not_overwrite_either(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    (record,) = records(page)
    newer = {"revision": record["revision"] + 1, "page": "elsewhere", "changed": record["changed"]}
    put(other, record | newer | {"draft": record["draft"] | {"lead": {"city": "大同市"}}})
    at(page, "/lead/name").fill("本页的公司")
    expect(page.locator("[data-saved=elsewhere]")).to_be_visible()
    wait_until(
        lambda: (
            sorted(str(r["draft"].get("lead")) for r in records(page))
            == ["{'city': '大同市'}", "{'name': '本页的公司'}"]
        )
    )


def test_a_draft_removed_in_another_tab_is_not_lost_here(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    row(other, NAME).get_by_role("button", name="删除").click()
    expect(page.get_by_text("另一个标签页删除了这份草稿")).to_be_visible()
    assert records(page) == []
    page.get_by_role("button", name="把本页的另存为一份新草稿").click()
    wait_until(lambda: kept_names(page) == [NAME])
    expect(page.locator("[data-saved=gone]")).to_be_hidden()


def test_on_a_shared_computer_nothing_is_kept(page: Page) -> None:
    desk.open_page(page)
    type_name(page)
    page.get_by_role("button", name="新建草稿", include_hidden=True).evaluate("it => it.click()")
    expect(at(page, "/alliance/name")).to_have_value("")
    type_name(page, OTHER)
    wait_until(lambda: kept_names(page) == sorted([NAME, OTHER]))
    page.get_by_label("公用电脑模式").check()
    expect(page.get_by_text("公用电脑模式：什么都不保存")).to_be_visible()
    expect(at(page, "/alliance/name")).to_have_value(OTHER)
    wait_until(lambda: kept_names(page) == [NAME])
    expect(page.get_by_text("本机还存着另外 1 份草稿")).to_be_visible()
    page.get_by_role("button", name="也从本机删除").click()
    wait_until(lambda: records(page) == [])
    at(page, "/lead/name").fill("不该留下的公司")
    desk.wait_for_python(page)
    page.wait_for_timeout(1200)
    kept = whole_storage(page)
    assert (kept["rows"], kept["session"]) == ([], {})
    assert kept["local"]["validator.shared"] == "yes"
    assert "不该留下" not in json.dumps(kept, ensure_ascii=False)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.close(run_before_unload=True)
    wait_until(lambda: page.wait_for_timeout(50) or asked == ["beforeunload"])
    assert not page.is_closed()
    page.get_by_label("公用电脑模式").uncheck()
    wait_until(lambda: kept_names(page) == [OTHER])


def test_a_shared_computer_is_left_without_a_question_once_the_file_is_saved(
    page: Page, tmp_path: Path
) -> None:
    desk.open_page(page)
    page.get_by_label("公用电脑模式").check()
    type_name(page)
    path = desk.downloaded(page, page.get_by_role("button", name="保存为文件"), tmp_path)
    assert json.loads(path.read_text("utf-8"))["alliance"]["name"] == NAME
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    expect(page.get_by_label("公用电脑模式")).to_be_checked()
    expect(at(page, "/alliance/name")).to_have_value("")
    assert asked == []


def test_all_tabs_of_a_shared_computer_stop_keeping(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    page.get_by_label("公用电脑模式").check()
    expect(other.get_by_label("公用电脑模式")).to_be_checked()
    at(other, "/lead/name").fill("不该留下的公司")
    other.wait_for_timeout(1200)
    assert "不该留下" not in json.dumps(whole_storage(page), ensure_ascii=False)


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
    finally:
        killable.kill()
        driven.close()


def test_a_full_disk_is_said_and_saving_resumes(page: Page, nginx: str) -> None:
    desk.open_page(page)
    quota = page.context.new_cdp_session(page)
    quota.send("Storage.overrideQuotaForOrigin", {"origin": nginx, "quotaSize": 1})
    at(page, "/lead/strength").fill("字" * 9000)
    expect(page.locator("[data-saved=refused]")).to_be_visible()
    quota.send("Storage.overrideQuotaForOrigin", {"origin": nginx})
    type_name(page)
    expect(page.locator("[data-saved=yes]")).to_be_visible()
    wait_until(lambda: kept_names(page) == [NAME])


def test_another_page_hands_over_a_draft(page: Page) -> None:
    desk.open_page(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    page.goto("/guide/conditions/")
    draft = {"draft_version": VERSION, "notice": NOTICE.id, "lead": {"city": "大同市"}}
    made = page.evaluate(
        """async ([scripts, notice, draft]) => {
          const { keepNew } = await import(`${scripts}/drafts.mjs`);
          return keepNew(notice, { name: '来自快速预判', draft });
        }""",
        [web.SCRIPTS, NOTICE.id, draft],
    )
    assert made in [record["id"] for record in records(page)]
    start(page)
    expect(at(page, "/lead/city")).to_have_value("大同市")
    expect(tag(row(page, "来自快速预判 2"), "current")).to_be_visible()
    expect(unfold(page)).to_have_count(2)


def test_no_page_hands_over_a_draft_on_a_shared_computer(page: Page) -> None:
    desk.open_page(page)
    page.get_by_label("公用电脑模式").check()
    page.goto("/guide/conditions/")
    made = page.evaluate(
        """async ([scripts, notice]) => {
          const { keepNew } = await import(`${scripts}/drafts.mjs`);
          return keepNew(notice, { draft: { lead: { city: '大同市' } } }) ?? null;
        }""",
        [web.SCRIPTS, NOTICE.id],
    )
    assert made is None
    assert whole_storage(page)["rows"] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_everyone_can_use_the_panel_in_every_state(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    other = two_tabs_on_one_draft(page)
    expect(unfold(page)).to_have_count(1)
    assert axe.violations(page) == [], "the list"
    row(page, NAME).get_by_role("button", name="改名").click()
    assert axe.violations(page) == [], "a name is asked for"
    page.keyboard.press("Escape")
    at(other, "/lead/city").fill("大同市")
    expect(page.locator("[data-saved=elsewhere]")).to_be_visible()
    assert axe.violations(page) == [], "a stale tab"
    row(other, NAME).get_by_role("button", name="删除").click()
    expect(other.get_by_role("button", name="恢复")).to_be_visible()
    assert axe.violations(other) == [], "something was removed"
    page.get_by_label("公用电脑模式").check()
    expect(page.locator("[data-saved=shared]")).to_be_visible()
    assert axe.violations(page) == [], "a shared computer"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
