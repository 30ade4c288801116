"""The self-check page, end to end: real Chromium, real nginx, real Python in the worker."""

from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser import desk
from browser.desk import at, finding, named, unfold
from browser.watch import Watch
from validator.calls import load
from validator.example import example

CALL = load("shanxi_alliance_2023")
NAME = "山西省测试氢能产业技术创新战略联盟"
LEAD = "太原测试有限公司"
SEVENTEEN = "91140100MA0000007"


def answers() -> dict:
    draft = example(CALL).model_dump(mode="json", exclude_defaults=True)
    draft["alliance"].pop("towns", None)  # an empty choice: the same as none made
    return draft


def thirty_members() -> dict:
    draft = answers()
    first = draft["members"][0]
    del first["uscc"]  # units are told apart by code, and else by name
    draft["members"] = [first | {"name": f"第{number}家测试单位"} for number in range(1, 31)]
    return draft


def test_filled_by_keyboard(page: Page) -> None:
    desk.open_page(page)
    expect(page.locator("[data-summary]")).to_contain_text("待补充")
    at(page, "/alliance/name").focus()
    page.keyboard.insert_text(NAME)
    desk.tab_to(page, "/lead/name")
    page.keyboard.insert_text(LEAD)
    desk.tab_to(page, "/lead/category")
    page.keyboard.press("ArrowDown")
    page.locator('[data-rows="/members"] > [data-add]').focus()
    page.keyboard.press("Enter")
    assert desk.focused(page) == "/members/0/name"
    page.keyboard.insert_text("大同测试大学")
    desk.tab_to(page, "/members/0/category")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    at(page, "/submission/planned_on").fill("2023-08-12")
    expect(finding(page, "R61")).to_contain_text("已逾期 1 日")
    expect(finding(page, "R61")).to_contain_text("不满足")
    expect(at(page, "/members/0/category")).to_have_value("university")
    expect(page.locator("[data-counts]")).to_contain_text("不满足")


def test_a_finding_leads_to_its_clause(page: Page) -> None:
    desk.open_page(page)
    finding(page, "R61").get_by_role("link", name="四（三）").click()
    page.wait_for_url("**/notice/#clause-4-3")
    expect(page.locator("#clause-4-3")).to_be_in_viewport()


def test_a_finding_leads_to_its_field_in_a_closed_card(page: Page) -> None:
    desk.open_page(page)
    draft = answers()
    del draft["members"][2]["signature"]["signer"]
    desk.open_draft(page, draft)
    link = finding(page, "R27").get_by_role("link", name="成员单位第 3 家 › 协议签署 › 签字人")
    expect(at(page, "/members/2/signature/signer")).to_have_count(0)
    link.click()
    expect(at(page, "/members/2/signature/signer")).to_be_focused()
    expect(at(page, "/members/2/signature/signer")).to_be_in_viewport()
    page.keyboard.insert_text("某人")
    expect(finding(page, "R27")).to_contain_text("签字人不是法定代表人")


def test_a_wrong_code_is_an_input_error_once_the_field_is_left(page: Page) -> None:
    desk.open_page(page)
    code, error = at(page, "/lead/uscc"), at(page, "/lead/uscc:problem")
    code.focus()
    page.keyboard.type(SEVENTEEN, delay=30)
    page.wait_for_timeout(600)
    expect(error).to_be_hidden()
    expect(page.locator("[data-problem-list]")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(error).to_have_text("统一社会信用代码应为 18 位，现为 17 位")
    expect(code).to_have_attribute("aria-invalid", "true")
    expect(code).to_have_value(SEVENTEEN)
    at(page, "/alliance/name").fill(NAME)
    page.get_by_role("button", name="核验").click()
    expect(page.locator("[data-problem-list]")).to_be_focused()
    page.locator("[data-problem-list]").get_by_role("link").click()
    expect(code).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("Q")
    expect(error).to_be_hidden()
    expect(page.locator("[data-problem-list]")).to_have_count(0)
    page.get_by_role("button", name="核验").click()
    expect(page.locator("#results-title")).to_be_focused()


def test_what_a_control_cannot_show_is_not_lost(page: Page) -> None:
    desk.open_page(page)
    wrong = {"planned_on": "2023-13-45", "medium": "tape", "copies": "六"}
    desk.open_draft(page, {"submission": wrong, "alliance": {"chains": ["稀有金属"]}})
    expect(page.locator("[data-refusal]")).to_contain_text("3 处填写有误")
    for name, value in wrong.items():
        expect(at(page, f"/submission/{name}")).to_have_value(value)
        expect(at(page, f"/submission/{name}:problem")).to_be_visible()
    expect(page.get_by_label("稀有金属")).to_be_checked()


def test_an_unusable_file_is_refused_and_the_form_stays(page: Page) -> None:
    desk.open_page(page)
    at(page, "/alliance/name").fill(NAME)
    page.locator("[data-open-file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": "名称".encode("gbk")}
    )
    expect(page.locator("[data-refusal]")).to_contain_text("不是 UTF-8 文本")
    expect(at(page, "/alliance/name")).to_have_value(NAME)


def test_undo_is_offered_until_typing_goes_on(page: Page) -> None:
    desk.open_page(page)
    desk.open_draft(page, answers())
    undo = page.locator('[data-note="opened"] [data-undo]')
    expect(undo).to_be_in_viewport()
    at(page, "/lead/city").fill("大同市平城区")
    expect(undo).to_be_hidden()


def test_removing_a_row_renumbers_the_rest(page: Page) -> None:
    desk.open_page(page)
    desk.open_draft(page, thirty_members())
    unfold(page, "/members/29")
    at(page, "/members/1").get_by_role("button", name="删除").click()
    rows = desk.rows(page)
    expect(rows).to_have_count(29)
    expect(at(page, "/members/1/name")).to_have_value("第3家测试单位")
    expect(at(page, "/members/28/name")).to_have_value("第30家测试单位")
    nested = at(page, "/members/28/credit/queries/0/channel")
    expect(nested).to_have_count(1)
    assert page.evaluate("document.activeElement.name") == "/members/1/name"
    page.locator('[data-note="removed"] [data-undo]').click()
    expect(rows).to_have_count(30)
    expect(at(page, "/members/1/name")).to_have_value("第2家测试单位")


def test_questions_appear_with_the_answer_that_calls_for_them(page: Page) -> None:
    desk.open_page(page)
    entity = at(page, "/alliance/entity/name")
    expect(entity).to_be_hidden()
    named(page, "/alliance/entity/formed").first.check()
    expect(entity).to_be_visible()


def test_what_stands_under_a_denied_answer_is_hidden_and_kept(page: Page) -> None:
    desk.open_page(page)
    desk.open_draft(page, answers())
    office, people = at(page, "/organs/office/presence"), at(page, "/organs/office/people")
    address = at(page, "/organs/office/address")
    expect(people).to_be_visible()
    expect(address).to_be_visible()
    office.select_option("absent")
    expect(people).to_be_hidden()
    expect(address).to_be_hidden()  # The question depends on one that is hidden itself.
    expect(finding(page, "R34")).to_contain_text("常设执行机构未设立")
    office.select_option("replaced")
    expect(people).to_be_visible()
    expect(address).to_have_value(answers()["organs"]["office"]["address"])


def test_results_follow_the_typing_with_thirty_members(page: Page) -> None:
    desk.open_page(page)
    desk.open_draft(page, thirty_members())
    expect(finding(page, "R22")).to_contain_text("31 家")
    at(page, "/submission/planned_on").fill("2023-08-20")
    expect(finding(page, "R61")).to_contain_text("已逾期 9 日")


def test_the_attachment_carries_what_was_typed(page: Page, tmp_path: Path) -> None:
    desk.open_page(page)
    at(page, "/alliance/name").fill(NAME)
    at(page, "/lead/name").fill(LEAD)
    button = page.locator('[data-attachment="application_form"]')
    path = desk.downloaded(page, button, tmp_path)
    assert path.name == "附件1-山西省产业技术创新战略联盟申请表.docx"
    document = docx.Document(str(path))
    words = [p.text for p in document.paragraphs]
    words += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert NAME in "\n".join(words)
    assert LEAD in "\n".join(words)


def test_the_example_is_checked_at_once(page: Page) -> None:
    desk.open_page(page)
    page.get_by_role("button", name="载入示例").click()
    expect(page.locator("[data-summary]")).to_contain_text("未发现不符合")
    expect(at(page, "/alliance/name")).to_have_value(example(CALL).alliance.name)


def test_a_link_into_the_form_turns_to_its_part_and_opens_its_card(page: Page) -> None:
    page.goto(f"{desk.ADDRESS}#/lead/credit/good_standing")
    expect(named(page, "/lead/credit/good_standing").last).to_be_focused()
    expect(at(page, "/alliance")).to_be_hidden()


def test_typing_goes_on_while_python_is_blocked_and_after_retry(page: Page, watch: Watch) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=403, body="blocked by policy")

    page.context.route("**/pydantic_core.wasm", refuse)
    page.goto(desk.ADDRESS)
    at(page, "/alliance/name").fill(NAME)
    failed = page.locator("[data-boot] [data-stage=failed]")
    expect(failed).to_contain_text("有一个文件没有下载下来", timeout=60_000)
    expect(failed).to_contain_text("pydantic_core.wasm")
    expect(page.get_by_role("link", name="核验程序没有运行起来")).to_be_visible()
    page.context.unroute("**/pydantic_core.wasm", refuse)
    page.get_by_role("button", name="重试").click()
    desk.wait_for_python(page)
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    expect(failed).to_be_hidden()
    watch.errors.clear()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_nothing_is_wider_than_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    desk.open_page(page)
    page.get_by_role("button", name="载入示例").click()
    expect(page.locator("[data-summary]")).to_contain_text("未发现不符合")
    page.locator(".check details").evaluate_all(
        "cards => cards.forEach((it) => { it.open = true; })"
    )
    page.locator("[data-unfold]").evaluate_all("buttons => buttons.forEach((it) => it.click())")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_questions_can_be_read(browser: Browser, nginx: str) -> None:
    context = browser.new_context(base_url=nginx, java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.ADDRESS)
    main = page.locator("main")
    words = main.inner_text()  # what is seen; Playwright's own text matching skips <noscript>
    for seen in ("没有启用 JavaScript", "联盟名称", "每一家要填：单位全称、统一社会信用代码"):
        assert seen in words
    expect(main.get_by_role("link", name="申报条件").first).to_be_visible()
    expect(page.get_by_role("button", name="核验")).to_have_count(0)
    context.close()
