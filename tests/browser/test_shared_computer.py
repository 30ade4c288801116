"""A computer that others use too: nothing is kept there."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from browser import desk, web
from browser.desk import at
from browser.drafts_kept import records, whole_storage
from browser.keeping import (
    CALL,
    NAME,
    OTHER,
    kept_names,
    start,
    two_tabs_on_one_draft,
    type_name,
    wait_until,
)


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
    expect(page.get_by_text("本机浏览器里还存着以前保存的 1 份草稿")).to_be_visible()
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


def test_what_another_tab_had_kept_is_said_there_and_can_be_removed(page: Page) -> None:
    desk.open_page(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    other = page.context.new_page()
    start(other)
    expect(at(other, "/alliance/name")).to_have_value(NAME)
    other.get_by_role("button", name="新建草稿", include_hidden=True).evaluate("it => it.click()")
    type_name(other, OTHER)
    wait_until(lambda: kept_names(page) == sorted([NAME, OTHER]))
    page.get_by_label("公用电脑模式").check()
    wait_until(lambda: kept_names(page) == [OTHER])
    for tab in (page, other):
        expect(tab.get_by_text("还存着以前保存的 1 份草稿")).to_be_visible()
    other.get_by_role("button", name="也从本机删除").click()
    wait_until(lambda: records(page) == [])
    expect(other.get_by_text("还存着以前保存的")).to_be_hidden()
    expect(at(other, "/alliance/name")).to_have_value(OTHER)
    other.get_by_label("公用电脑模式").uncheck()
    wait_until(lambda: kept_names(page) == [OTHER])
    expect(other.locator("[data-keeping=yes]")).to_be_visible()


def test_the_pre_check_forgets_its_answers_once_the_computer_is_shared(page: Page) -> None:
    page.goto(desk.PRE_CHECK)
    desk.wait_for_python(page)
    page.get_by_label("氢能").check()
    expect(page.get_by_text("回答只留在本标签页里")).to_be_visible()
    assert page.evaluate("sessionStorage.length") == 1
    other = page.context.new_page()
    desk.open_page(other)
    other.get_by_label("公用电脑模式").check()
    expect(page.get_by_text("公用电脑模式：回答不保存")).to_be_visible()
    expect(page.get_by_text("回答只留在本标签页里")).to_be_hidden()
    assert page.evaluate("sessionStorage.length") == 0
    expect(page.get_by_label("氢能")).to_be_checked()


def test_no_page_hands_over_a_draft_on_a_shared_computer(page: Page) -> None:
    desk.open_page(page)
    page.get_by_label("公用电脑模式").check()
    page.goto(desk.CONDITIONS)
    made = page.evaluate(
        """async ([scripts, notice]) => {
          const { keepNew } = await import(`${scripts}/drafts.mjs`);
          return keepNew(notice, { draft: { lead: { city: '大同市' } } }) ?? null;
        }""",
        [web.SCRIPTS, CALL.id],
    )
    assert made is None
    assert whole_storage(page)["rows"] == []
