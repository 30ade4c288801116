"""Lists of rows: made some at a time, addressed each, never too long."""

import pytest
from playwright.sync_api import Page, expect

from browser import desk
from browser.desk import at, rows

MANY = 60
DANGLING = """
(root) => {
  const attributes = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'];
  const wrong = [];
  for (const element of root.querySelectorAll('*')) {
    for (const name of attributes) {
      const words = element.getAttribute(name)?.split(' ') ?? [];
      wrong.push(...words.filter((id) => document.querySelectorAll(`[id="${id}"]`).length !== 1));
    }
  }
  return wrong;
}
"""
LEAVE_AT_THE_FIRST_ROWS = """
(all) => new MutationObserver(() => {
  const made = document.querySelectorAll('[data-rows="/members"] [data-row]').length;
  if (made && made < all) location.reload();
}).observe(document.querySelector('[data-form]'), { childList: true, subtree: true })
"""


@pytest.fixture
def parts(page: Page) -> Page:
    """Open the page as it comes, one part of the form at a time."""
    page.goto(desk.ADDRESS)
    desk.wait_for_python(page)
    return page


def test_the_last_of_many_rows_takes_the_focus_as_its_part_is_turned_to(parts: Page) -> None:
    parts.get_by_role("button", name="载入示例").click()
    expect(parts.locator("[data-summary]")).to_contain_text("未发现不符合")
    last = rows(parts, "/members").count() - 1
    parts.evaluate("(place) => { location.hash = place }", f"/members/{last}/uscc")
    expect(at(parts, f"/members/{last}/uscc")).to_be_focused()
    parts.get_by_role("button", name="添加成员单位").click()
    expect(at(parts, f"/members/{last + 1}/name")).to_be_focused()
    expect(rows(parts, "/members")).to_have_count(last + 2)


def test_a_row_refers_to_its_own_words_and_to_those_above_the_table(page: Page) -> None:
    desk.open_page(page)
    desk.open_draft(page, {"members": [{"name": "甲"}, {"name": "乙"}, {"name": "丙"}]})
    expect(rows(page, "/members")).to_have_count(3)
    for member in ("/members/1", "/members/2"):
        desk.unfold(page, member)
        queries = at(page, f"{member}:rest").locator('[data-rows$="/credit/queries"]')
        # By a script, since the button is folded away.
        queries.locator(":scope > [data-add]").evaluate("it => it.click()")
    at(page, "/members/0").get_by_role("button", name="删除").click()
    expect(at(page, "/members/1/credit/queries/0/channel")).to_be_attached()
    form = page.locator("[data-form]").element_handle()
    assert form
    assert form.evaluate(DANGLING) == []
    described = at(page, "/members/1/uscc").get_attribute("aria-describedby")
    assert described
    assert "18 位" in at(page, described.split()[-1]).inner_text()


def test_a_full_list_takes_no_more_until_it_is_empty_again(page: Page) -> None:
    desk.open_page(page)
    desk.open_draft(page, {"lead": {"figures": [{"value": "1"}] * 9}})
    add = page.locator('[data-rows="/lead/figures"] > [data-add]')
    add.click()
    expect(rows(page, "/lead/figures")).to_have_count(10)
    expect(add).to_be_disabled()
    rows(page, "/lead/figures").last.locator("input[type=text]").first.press("Enter")
    expect(rows(page, "/lead/figures")).to_have_count(10)
    page.locator("[data-clear]").click()
    page.locator("[data-clear-yes]").click()
    expect(rows(page, "/lead/figures")).to_have_count(0)
    expect(add).to_be_enabled()


def test_a_draft_that_is_left_before_its_rows_are_there_is_kept(page: Page) -> None:
    desk.open_page(page)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})
    page.evaluate(LEAVE_AT_THE_FIRST_ROWS, MANY)
    content = {"members": [{"name": f"第{number}家"} for number in range(MANY)]}
    with page.expect_navigation():
        desk.choose_draft(page, content)
    expect(rows(page, "/members")).to_have_count(MANY, timeout=60_000)
