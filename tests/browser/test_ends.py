"""Every request is answered: whatever is opened, however long it takes, even if Python dies."""

import json

import hostile
import pytest
from playwright.sync_api import Page, Route, expect

from browser import desk, web
from browser.desk import at
from browser.test_runtime import ASK, START
from browser.watch import Watch

TYPED = "山西省测试氢能产业技术创新战略联盟"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ROWS = "单位全称\t联系人\n甲公司\t丙"
BEGINS = """
{ // What Python does when it begins the request NAME, the first TIMES times.
  const hear = self.addEventListener.bind(self);
  const post = self.postMessage.bind(self);
  const names = {};
  hear('message', ({ data }) => { names[data.id] = data.name; });
  self.postMessage = (message, ...rest) => {
    post(message, ...rest);
    if (message.runs && names[message.id] === 'NAME') { INSTEAD }
  };
}
"""
SPOILS = """
{ // An answer that is no JSON.
  const parse = JSON.parse.bind(JSON);
  JSON.parse = (text) => parse(text.includes('"pong"') ? '{"a": Infinity}' : text);
}
"""
FOR_EVER = "for (;;) {}"
TRAP = "throw new WebAssembly.RuntimeError('unreachable');"


def handicap(page: Page, script: str, times: int = 1) -> None:
    """Spoil the worker's script, for as many workers as are told."""
    left = [times]

    def spoil(route: Route) -> None:
        answer = route.fetch()
        left[0] -= 1
        route.fulfill(response=answer, body=(script if left[0] >= 0 else "") + answer.text())

    page.context.route("**/worker.mjs", spoil)


def begins(name: str, instead: str) -> str:
    return BEGINS.replace("NAME", name).replace("INSTEAD", instead)


def paste(page: Page, text: str = ROWS) -> None:
    page.locator("[data-import]").evaluate("(card) => { card.open = true; }")
    page.locator("[data-paste]").fill(text)
    page.locator("[data-import-paste]").click()


def choose(page: Page, selector: str, name: str, kind: str, content: bytes) -> None:
    page.locator(selector).set_input_files({"name": name, "mimeType": kind, "buffer": content})


def pass_until(page: Page, expression: str) -> None:
    """Let the page's clock run, but no further: a fresh start has patience of its own."""
    for _ in range(60):
        if page.evaluate(expression):
            return
        page.clock.run_for(1_000)
    raise TimeoutError(expression)


def note(page: Page, name: str) -> None:
    expect(page.locator(f'[data-note="{name}"]')).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("number", ["1e400", "9" * 400, "12345678901234567890"])
def test_a_number_beyond_all_bounds_stays_as_typed_and_is_named(page: Page, number: str) -> None:
    desk.open_page(page)
    content = f'{{"lead": {{"staff": {number}}}}}'.encode()
    choose(page, "[data-open-file]", "draft.json", "application/json", content)
    note(page, "opened")
    expect(at(page, "/lead/staff")).to_have_value(number)
    expect(at(page, "/lead/staff:problem")).to_contain_text("数字过大")
    at(page, "/lead/staff").fill("7")
    at(page, "/lead/staff").blur()
    expect(at(page, "/lead/staff:problem")).to_be_hidden()
    at(page, "/lead/staff").fill(number)
    at(page, "/lead/staff").blur()
    expect(at(page, "/lead/staff:problem")).to_contain_text("数字过大")
    page.wait_for_timeout(1_000)  # until the page has kept the answer
    page.reload()
    desk.wait_for_python(page)
    expect(at(page, "/lead/staff")).to_have_value(number)


def test_files_that_are_built_to_do_harm_are_refused_in_words(page: Page) -> None:
    desk.open_page(page)
    at(page, "/alliance/name").fill(TYPED)
    refusal = page.locator("[data-refusal]")
    custom = {"customXml/item1.xml": hostile.nested("a", 20_000)}
    deep = hostile.zipped({"word/document.xml": hostile.deep_body(), **custom})
    full = hostile.workbook("<row>" + "<c/>" * 3_000_000 + "</row>")
    nested = {"xl/worksheets/sheet1.xml": hostile.nested("a")}
    sheet = hostile.with_parts(hostile.workbook(""), nested)
    members = json.dumps({"members": [{}] * 20_000}).encode()
    chains = json.dumps({"alliance": {"chains": ["甲"] * 200_000}}).encode()
    for selector, name, kind, content, said in (
        ("[data-open-file]", "a.docx", DOCX, deep, "不是可以读取的 Word 文档"),
        ("[data-import-file]", "a.xlsx", XLSX, full, "内容过多"),
        ("[data-import-file]", "b.xlsx", XLSX, sheet, "不是可以读取的 Excel 文件"),
        (
            "[data-open-file]",
            "a.json",
            "application/json",
            members,
            "成员单位有 20000 项，最多 300",
        ),
        ("[data-open-file]", "b.json", "application/json", chains, "草稿里的内容过多"),
    ):
        choose(page, selector, name, kind, content)
        expect(refusal).to_contain_text(said, timeout=60_000)
    expect(at(page, "/alliance/name")).to_have_value(TYPED)
    paste(page)
    note(page, "imported")


def test_what_takes_long_can_be_stopped_and_nothing_typed_is_lost(page: Page, watch: Watch) -> None:
    handicap(page, begins("import_members", FOR_EVER))
    desk.open_page(page)
    paste(page)
    note(page, "working")
    at(page, "/alliance/name").fill(TYPED)
    at(page, "/submission/planned_on").fill("2023-08-12")
    stop = page.locator("[data-stop]")
    expect(stop).to_be_visible(timeout=20_000)
    assert stop.evaluate("(it) => Boolean(it.closest('[role=status]'))")
    stop.focus()
    page.keyboard.press("Enter")
    note(page, "stopped")
    expect(stop).to_be_hidden()
    expect(page.locator("#results-title")).to_be_focused()
    expect(desk.finding(page, "R61")).to_contain_text("已逾期 1 日", timeout=30_000)
    expect(at(page, "/alliance/name")).to_have_value(TYPED)
    expect(page.locator("[data-paste]")).to_have_value(ROWS)
    page.locator("[data-import-paste]").click()
    note(page, "imported")
    watch.errors.clear()


def test_a_python_that_died_is_started_afresh_and_asked_again(page: Page, watch: Watch) -> None:
    handicap(page, begins("import_members", TRAP))
    desk.open_page(page)
    at(page, "/alliance/name").fill(TYPED)
    paste(page)
    note(page, "died")
    expect(page.locator("[data-import-paste]")).to_be_enabled(timeout=30_000)
    page.locator("[data-import-paste]").click()
    note(page, "imported")
    expect(at(page, "/alliance/name")).to_have_value(TYPED)
    watch.errors.clear()


def test_a_check_that_ends_python_says_so_beside_the_earlier_results(
    page: Page, watch: Watch
) -> None:
    handicap(page, begins("check", TRAP))
    page.goto(desk.ADDRESS)
    note(page, "unchecked_died")
    page.get_by_label("整张表").check()
    at(page, "/alliance/name").fill(TYPED)
    desk.wait_for_python(page)
    expect(page.locator('[data-note="unchecked_died"]')).to_be_hidden()
    watch.errors.clear()


def test_a_python_that_dies_again_and_again_is_left_to_a_person(page: Page, watch: Watch) -> None:
    handicap(page, begins("ping", TRAP), times=9)
    page.goto(web.BLANK)
    page.evaluate(START, {})
    codes = [page.evaluate(ASK, ["ping", {}])["code"] for _ in range(4)]
    assert codes == ["died", "died", "died", "crashed"]
    watch.errors.clear()


def test_what_nobody_stops_stops_by_itself(page: Page, watch: Watch) -> None:
    handicap(page, begins("ping", FOR_EVER))
    page.clock.install()
    page.goto(web.BLANK)
    page.evaluate(START, {})
    page.evaluate("window.busy = []; engine.onBusy = (it) => busy.push(it); undefined")
    page.evaluate("window.told = engine.ask('ping', {}).catch(({ code }) => code); undefined")
    page.evaluate("window.waits = engine.ask('example', {}).then(() => 'answered'); undefined")
    page.wait_for_timeout(500)
    page.clock.run_for(100_000)
    assert page.evaluate("Promise.race([told, 'nothing yet'])") == "nothing yet"
    pass_until(page, "Promise.race([told, false])")
    assert page.evaluate("told") == "overran"
    assert page.evaluate("waits") == "answered"
    assert page.evaluate("busy") == [True, False]
    watch.errors.clear()


def test_a_worker_that_was_ended_from_outside_is_missed(page: Page, watch: Watch) -> None:
    page.add_init_script(
        "self.workers = []; self.Worker = class extends Worker {"
        " constructor(...it) { super(...it); workers.push(this); } };"
    )
    page.clock.install()
    page.goto(web.BLANK)
    page.evaluate(START, {})
    page.evaluate("workers[0].terminate()")
    page.evaluate("window.told = engine.ask('ping', { text: '在' }); undefined")
    pass_until(page, "workers.length === 2")
    assert page.evaluate("told") == {"pong": "在"}
    watch.errors.clear()


def test_an_answer_that_cannot_be_read_is_a_failure(page: Page, watch: Watch) -> None:
    handicap(page, SPOILS)
    page.goto(web.BLANK)
    page.evaluate(START, {})
    assert page.evaluate(ASK, ["ping", {}])["code"] == "python"
    watch.errors.clear()
