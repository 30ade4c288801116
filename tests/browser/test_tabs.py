"""One draft in several tabs: no tab overwrites what another has written."""

import pytest
from playwright.sync_api import Page, expect

from browser import axe
from browser.desk import at
from browser.drafts_kept import put, records, row, tag, unfold
from browser.keeping import (
    NAME,
    OTHER,
    kept_names,
    start,
    two_tabs_on_one_draft,
    type_name,
    wait_until,
)


def test_a_tab_whose_copy_is_stale_says_so_and_can_load_the_other(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    at(other, "/lead/city").fill("大同市")
    stale = page.locator("[data-keeping=elsewhere]")
    expect(stale).to_be_visible()
    clock = other.locator("[data-kept-at]").inner_text()
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
    expect(other.locator("[data-keeping=elsewhere]")).to_be_visible()
    wait_until(
        lambda: records(page)[0]["draft"]["lead"] == {"city": "大同市", "name": "再填的公司"}
    )


def test_a_stale_tabs_own_answers_can_become_a_draft_of_their_own(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    at(other, "/lead/city").fill("大同市")
    expect(page.locator("[data-keeping=elsewhere]")).to_be_visible()
    page.get_by_role("button", name="把本页的另存为一份新草稿").click()
    expect(page.locator("[data-keeping=elsewhere]")).to_be_hidden()
    type_name(page, OTHER)
    wait_until(lambda: kept_names(page) == sorted([NAME, OTHER]))
    expect(tag(row(page, OTHER), "current")).to_be_visible()
    expect(tag(row(page, OTHER), "copy")).to_be_hidden()
    expect(other.locator("[data-keeping=yes]")).to_be_visible()


def test_a_stale_tab_that_is_closed_leaves_a_copy_beside(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    at(other, "/lead/city").fill("大同市")
    expect(page.locator("[data-keeping=elsewhere]")).to_be_visible()
    at(page, "/lead/name").fill("本页的公司")
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    other.reload()
    expect(at(other, "/lead/city")).to_have_value("大同市")
    copy = unfold(other).filter(has=other.locator("[data-tag=copy]:not([hidden])"))
    expect(copy).to_have_count(1)
    copy.get_by_role("button", name="打开").click()
    expect(at(other, "/lead/name")).to_have_value("本页的公司")
    expect(at(other, "/lead/city")).to_have_value("")


def test_a_tab_that_is_closed_leaves_its_draft_in_the_list_of_another(page: Page) -> None:
    other = page.context.new_page()
    start(other)
    expect(other.locator("[data-keeping=yes]")).to_be_visible()
    start(page)
    expect(page.locator("[data-keeping=yes]")).to_be_visible()
    type_name(page)
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    expect(row(other, NAME)).to_be_visible()
    expect(at(other, "/alliance/name")).to_have_value("")


def test_tabs_that_do_not_hear_each_other_do_not_overwrite_either(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    (record,) = records(page)
    newer = {"revision": record["revision"] + 1, "page": "elsewhere", "changed": record["changed"]}
    put(other, record | newer | {"draft": record["draft"] | {"lead": {"city": "大同市"}}})
    at(page, "/lead/name").fill("本页的公司")
    expect(page.locator("[data-keeping=elsewhere]")).to_be_visible()
    wait_until(
        lambda: (
            sorted(str(r["draft"].get("lead")) for r in records(page))
            == ["{'city': '大同市'}", "{'name': '本页的公司'}"]
        )
    )


def test_a_draft_removed_in_another_tab_is_not_lost_here(page: Page) -> None:
    other = two_tabs_on_one_draft(page)
    row(other, NAME).get_by_role("button", name="删除").click()
    expect(page.locator("[data-keeping=gone]")).to_be_visible()
    assert records(page) == []
    page.get_by_role("button", name="把本页的另存为一份新草稿").click()
    wait_until(lambda: kept_names(page) == [NAME])
    expect(page.locator("[data-keeping=gone]")).to_be_hidden()


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
    expect(page.locator("[data-keeping=elsewhere]")).to_be_visible()
    assert axe.violations(page) == [], "a stale tab"
    row(other, NAME).get_by_role("button", name="删除").click()
    expect(other.get_by_role("button", name="恢复")).to_be_visible()
    assert axe.violations(other) == [], "something was removed"
    page.get_by_label("公用电脑模式").check()
    expect(page.locator("[data-keeping=shared]")).to_be_visible()
    assert axe.violations(page) == [], "a shared computer"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
