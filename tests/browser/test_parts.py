"""The form part by part: the list of parts, the way between them, tables of rows, what is moot."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import desk
from browser.desk import at, finding, named
from validator.calls import load
from validator.example import example

CALL = load("shanxi_alliance_2023")
ROWS = '[data-rows="/members"] > [data-list] > [data-row]'


def open_parts(page: Page, address: str = desk.ADDRESS) -> None:
    page.goto(address)
    desk.wait_for_python(page)


def load_example(page: Page) -> None:
    page.get_by_role("button", name="载入示例").click()
    expect(page.locator("[data-summary]")).to_contain_text("未发现不符合")


def section(page: Page, pointer: str) -> Locator:
    return page.locator(f'[data-section="{pointer}"] [data-section-state]')


def answers() -> dict:
    return example(CALL).model_dump(mode="json", exclude_defaults=True)


def test_one_part_shows_and_links_turn_to_the_next(page: Page) -> None:
    open_parts(page)
    expect(at(page, "/alliance")).to_be_visible()
    expect(at(page, "/lead")).to_be_hidden()
    page.get_by_role("link", name="下一步：牵头单位").click()
    expect(at(page, "/lead:title")).to_be_focused()
    expect(at(page, "/alliance")).to_be_hidden()
    expect(page.locator(".check__contents [aria-current=step]")).to_have_text("牵头单位")
    page.go_back()
    expect(at(page, "/alliance")).to_be_visible()
    page.locator(".check__contents").get_by_role("link", name="报送", exact=True).click()
    page.get_by_role("link", name="下一步：下载材料").click()
    expect(page.get_by_role("heading", name="下载材料")).to_be_focused()
    page.get_by_role("link", name="上一步：报送").click()
    expect(at(page, "/submission")).to_be_visible()


def test_the_whole_form_is_a_choice_that_is_remembered(page: Page) -> None:
    open_parts(page)
    page.get_by_label("整张表").check()
    expect(at(page, "/submission")).to_be_visible()
    page.reload()
    desk.wait_for_python(page)
    expect(page.get_by_label("整张表")).to_be_checked()
    expect(at(page, "/submission")).to_be_visible()
    expect(at(page, "/alliance")).to_be_visible()


def test_parts_say_how_far_they_are(page: Page) -> None:
    open_parts(page)
    expect(section(page, "/submission")).to_have_text("未开始")
    page.goto(f"{desk.ADDRESS}#/submission/planned_on")
    expect(at(page, "/submission/planned_on")).to_be_focused()
    at(page, "/submission/planned_on").fill("2023-08-08")
    expect(section(page, "/submission")).to_have_text("进行中")
    at(page, "/submission/copies").fill("5")
    expect(section(page, "/submission")).to_have_text("有问题")
    load_example(page)
    expect(section(page, "/submission")).to_have_text("已填完")


def test_a_table_is_walked_like_a_spreadsheet(page: Page) -> None:
    open_parts(page, f"{desk.ADDRESS}#/members")
    page.locator('[data-rows="/members"] > [data-add]').click()
    assert desk.focused(page) == "/members/0/name"
    page.keyboard.insert_text("大同甲测试大学")
    page.keyboard.press("Enter")
    assert desk.focused(page) == "/members/1/name"
    page.keyboard.insert_text("太原乙测试有限公司")
    page.keyboard.press("Tab")
    assert desk.focused(page) == "/members/1/uscc"
    page.keyboard.press("ArrowUp")
    assert desk.focused(page) == "/members/0/uscc"
    expect(page.locator(ROWS)).to_have_count(2)


def test_cells_pasted_into_the_table_become_rows(page: Page) -> None:
    open_parts(page, f"{desk.ADDRESS}#/members")
    page.locator('[data-rows="/members"] > [data-add]').click()
    pasted = "单位全称\t单位类别\n大同丙测试大学\t高校\n太原丁测试有限公司\t企业\n"
    at(page, "/members/0/name").evaluate(
        """(cell, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          const options = { clipboardData, bubbles: true, cancelable: true };
          cell.dispatchEvent(new ClipboardEvent('paste', options));
        }""",
        pasted,
    )
    expect(page.locator(ROWS)).to_have_count(2)
    expect(at(page, "/members/0/name")).to_have_value("大同丙测试大学")
    expect(at(page, "/members/1/category")).to_have_value("enterprise")
    page.locator('[data-note="imported"] [data-undo]').click()
    expect(page.locator(ROWS)).to_have_count(1)


def test_an_address_of_two_lines_pasted_into_a_cell_makes_no_members(page: Page) -> None:
    open_parts(page, f"{desk.ADDRESS}#/members")
    page.locator('[data-rows="/members"] > [data-add]').click()
    at(page, "/members/0/uscc").evaluate(
        """(cell) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', '太原市小店区\\n某路 1 号');
          const options = { clipboardData, bubbles: true, cancelable: true };
          const pasted = new ClipboardEvent('paste', options);
          cell.dispatchEvent(pasted);
          cell.dataset.taken = pasted.defaultPrevented;
        }"""
    )
    expect(at(page, "/members/0/uscc")).to_have_attribute("data-taken", "false")
    expect(page.locator(ROWS)).to_have_count(1)


def test_a_folded_row_says_that_something_in_it_is_wrong(page: Page) -> None:
    open_parts(page, f"{desk.ADDRESS}#/members")
    draft = answers()
    draft["members"][2]["founded_on"] = "2023-02-30"
    desk.open_draft(page, draft)
    row = at(page, "/members/2")
    expect(row).to_have_attribute("data-has-problem", "")
    row.get_by_role("button", name="详细").click()
    expect(at(page, "/members/2/founded_on:problem")).to_contain_text("没有这一天")


@pytest.mark.parametrize("width", [390, 1280])
def test_what_cannot_matter_is_marked_until_it_can(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_parts(page)
    load_example(page)
    moot = page.locator('[data-question="/alliance/size_reason"] .question__moot')
    expect(moot).to_have_text("按目前的回答，这一项不影响核验结论，可以不填。")
    named(page, "/alliance/members_listed").nth(1).check()
    draft = answers()
    draft["members"] = [draft["members"][0] | {"name": f"第{n}家", "uscc": None} for n in range(31)]
    desk.open_draft(page, json.loads(json.dumps(draft)))
    expect(moot).to_have_count(0)


def test_a_question_leads_to_its_findings_and_back(page: Page) -> None:
    open_parts(page)
    load_example(page)
    question = page.locator('[data-question="/alliance/name"]')
    question.get_by_role("button", name="条结论").click()
    question.get_by_role("link", name="R49").click()
    expect(finding(page, "R49")).to_be_focused()
    expect(finding(page, "R49")).to_be_visible()
    finding(page, "R49").get_by_role("link", name="联盟名称").first.click()
    expect(at(page, "/alliance/name")).to_be_focused()


def test_results_change_without_taking_the_focus_away(page: Page) -> None:
    open_parts(page)
    link = finding(page, "R07").get_by_role("link", name="联盟名称").first
    link.focus()
    page.evaluate(
        """() => {
          const name = document.getElementById('/alliance/name');
          name.value = '山西省测试产业技术创新战略联盟';
          name.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }"""
    )
    expect(finding(page, "R07").get_by_role("link", name="联盟名称")).to_have_count(0)
    assert page.evaluate(
        "document.querySelector('[data-results]').contains(document.activeElement)"
    )


def test_the_last_of_many_fast_changes_is_the_one_shown(page: Page) -> None:
    open_parts(page, f"{desk.ADDRESS}#/submission")
    for day in (*range(1, 31), 12):
        at(page, "/submission/planned_on").fill(f"2023-08-{day:02}")
    expect(finding(page, "R61")).to_contain_text("已逾期 1 日")
    page.wait_for_timeout(1500)
    expect(finding(page, "R61")).to_contain_text("已逾期 1 日")


def test_other_ways_of_doing_are_tried_by_the_same_rules(page: Page) -> None:
    open_parts(page)
    draft = answers()
    draft["members"][1]["standing"] = "internal_department"
    desk.open_draft(page, draft)
    changes = page.locator("[data-changes]")
    expect(changes).to_contain_text("去掉")
    expect(changes).to_contain_text("“产学研独立法人”由不满足变为满足")
    changes.get_by_role("link", name="去改").first.click()
    expect(at(page, "/members")).to_be_visible()


def test_a_printed_page_holds_every_part(page: Page) -> None:
    open_parts(page)
    page.emulate_media(media="print")
    expect(at(page, "/lead")).to_be_visible()
    expect(at(page, "/submission")).to_be_visible()


def test_ticks_and_choices_are_answers_and_survive_a_reload(page: Page) -> None:
    open_parts(page)
    for chain in ("氢能", "光伏"):
        page.get_by_label(chain, exact=True).check()
    named(page, "/alliance/members_listed").first.check()
    expect(page.locator("[data-summary]")).not_to_contain_text("49 项")
    expect(page.locator("[data-problem]:not([hidden])")).to_have_count(0)
    expect(finding(page, "R08")).to_contain_text("氢能")
    expect(page.locator("[data-kept-at]")).to_be_visible()
    page.wait_for_timeout(1000)
    page.reload()
    desk.wait_for_python(page)
    for chain in ("氢能", "光伏"):
        expect(page.get_by_label(chain, exact=True)).to_be_checked()
    expect(named(page, "/alliance/members_listed").first).to_be_checked()


def test_a_count_in_the_bar_opens_its_findings(page: Page) -> None:
    open_parts(page)
    load_example(page)
    met = page.locator("#results-met")
    expect(met).not_to_have_attribute("open", "")
    page.locator("[data-counts]").get_by_role("link", name="满足").press("Enter")
    expect(met).to_have_attribute("open", "")
    expect(met.locator("summary")).to_be_focused()


def test_an_address_leads_to_a_finding_once_it_is_there(page: Page) -> None:
    page.goto(f"{desk.ADDRESS}#finding-R21")
    desk.wait_for_python(page)
    expect(finding(page, "R21")).to_be_focused()


def test_the_notice_leads_to_the_questions_and_findings(page: Page) -> None:
    page.goto(desk.NOTICE)
    clause = page.locator(".clause", has=page.locator("#clause-3-1-2"))
    clause.get_by_role("link", name="牵头单位").click()
    desk.wait_for_python(page)
    expect(at(page, "/lead:title")).to_be_focused()
    page.goto(f"{desk.CALL}rules/")
    page.locator("#r21").get_by_role("link", name="看自查结论").click()
    desk.wait_for_python(page)
    expect(finding(page, "R21")).to_be_focused()


@pytest.mark.parametrize("hash_", ["#/%E0%A4", "#/nowhere/at/all", "#finding-R99"])
def test_an_address_of_nothing_does_no_harm(page: Page, hash_: str) -> None:
    open_parts(page, f"{desk.ADDRESS}{hash_}")
    expect(at(page, "/alliance")).to_be_visible()
