"""The pre-check page: twelve questions, their result, and the way on to the self-check."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser import desk, web
from browser.desk import at, finding, named
from browser.watch import Watch

ADDRESS = desk.PRE_CHECK
CALL = "shanxi_alliance_2023"
COUNTS = {"enterprise": 6, "university": 2, "institute": 2, "services": 0, "others": 0}


def start(page: Page) -> None:
    page.goto(ADDRESS)
    desk.wait_for_python(page)


def choose(page: Page, pointer: str, value: str) -> None:
    page.locator(f'[name="{pointer}"][value="{value}"]').check()


def count(page: Page, **counts: int) -> None:
    for kind, number in counts.items():
        at(page, f"/members/{kind}").fill(str(number))


def hand_over(page: Page) -> None:
    page.locator(".bar [data-hand-over]").click()
    page.wait_for_url(f"**{desk.ADDRESS}")
    desk.wait_for_python(page)


def test_answered_by_keyboard_only(page: Page) -> None:
    start(page)
    expect(page.locator("[data-summary]")).to_have_text("答一问就有结果")
    desk.tab_to(page, "/location/province")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(finding(page, "R13")).to_contain_text("不在山西省")
    desk.tab_to(page, "/lead/category")
    page.keyboard.press("ArrowDown")
    for kind, number in (COUNTS | {"core": 8}).items():
        desk.tab_to(page, f"/members/{kind}")
        page.keyboard.type(str(number))
    expect(finding(page, "R21")).to_contain_text("核心成员 9 家（含牵头单位），少于 10 家")
    desk.tab_to(page, "/submission/planned_on")
    expect(page.locator("[data-summary]")).to_have_text("会被挡住 2 项，另有 1 项需人工判断")
    while not page.evaluate("document.activeElement.matches('.bar [data-hand-over]')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{desk.ADDRESS}")


def test_the_result_follows_and_leads_back_to_the_question(page: Page) -> None:
    start(page)
    assert "不满足" not in page.locator("[data-results]").inner_text()
    at(page, "/submission/planned_on").fill("2023-08-14")
    expect(finding(page, "R61")).to_contain_text("已逾期 3 日")
    finding(page, "R61").get_by_role("link", name="第 12 问").click()
    expect(at(page, "/submission/planned_on")).to_be_focused()
    at(page, "/submission/planned_on").fill("2023-08-08")
    expect(page.locator("[data-summary]")).to_contain_text("已答的未发现不符合")
    expect(page.locator(".prepare")).to_contain_text("要签字、盖章的")


def test_a_contradiction_is_told_by_the_field_and_nothing_is_lost(page: Page) -> None:
    start(page)
    count(page, **COUNTS, core=14)
    page.keyboard.press("Tab")
    expect(at(page, "/members/core:problem")).to_have_text(
        "填了 14 家，多于上面各类合计的 10 家，请核对"
    )
    expect(at(page, "/members/core")).to_have_value("14")
    at(page, "/members/core").fill("9")
    expect(at(page, "/members/core:problem")).to_be_hidden()


def test_answers_go_on_to_the_self_check(page: Page) -> None:
    start(page)
    at(page, "/location/province").select_option("山西省")
    choose(page, "/lead/category", "enterprise")
    choose(page, "/records/misconduct", "true")
    count(page, **COUNTS, core=10, dependent=0)
    hand_over(page)
    expect(at(page, "/lead/province")).to_have_value("山西省")
    expect(at(page, "/members/10/category")).to_have_count(0)
    expect(at(page, "/members/9/category")).to_have_value("institute")
    expect(at(page, "/members/9/tier")).to_have_value("core")
    expect(finding(page, "R21")).to_contain_text("核心成员 11 家")
    page.reload()
    desk.wait_for_python(page)
    expect(at(page, "/lead/province")).to_have_value("山西省")


def test_what_was_in_the_self_check_stays_beside_it(page: Page) -> None:
    desk.open_page(page)
    at(page, "/alliance/name").fill("山西省测试产业技术创新战略联盟")
    start(page)
    at(page, "/location/province").select_option("山西省")
    hand_over(page)
    expect(at(page, "/lead/province")).to_have_value("山西省")
    expect(at(page, "/alliance/name")).to_have_value("")
    kept = page.evaluate(
        """async ([store, notice]) => (await (await import(store)).all(notice))
             .map(({ draft }) => draft.alliance?.name ?? draft.lead.province).sort()""",
        [f"{web.SCRIPTS}/store.mjs", CALL],
    )
    assert kept == ["山西省", "山西省测试产业技术创新战略联盟"]


def test_every_draft_that_is_handed_over_has_a_name_of_its_own(page: Page) -> None:
    for _ in range(2):
        start(page)
        at(page, "/location/province").select_option("山西省")
        hand_over(page)
        expect(at(page, "/lead/province")).to_have_value("山西省")
    names = page.evaluate(
        "async ([store, notice]) => (await (await import(store)).all(notice)).map((it) => it.name)",
        [f"{web.SCRIPTS}/store.mjs", CALL],
    )
    assert sorted(names) == ["预检带来的草稿 1", "预检带来的草稿 2"]


def test_on_a_shared_computer_nothing_is_kept_on_the_way(page: Page) -> None:
    page.goto(ADDRESS)
    page.evaluate("localStorage.setItem('validator.shared', 'yes')")
    at(page, "/location/province").select_option("山西省")
    desk.wait_for_python(page)
    hand_over(page)
    expect(page.locator('[data-note="handed_over_by_tab"]')).to_be_visible()
    expect(at(page, "/lead/province")).to_have_value("山西省")
    assert page.evaluate("sessionStorage.getItem('validator.handover')") is None
    page.locator('[data-note="handed_over_by_tab"] [data-undo]').click()
    expect(at(page, "/lead/province")).to_have_value("")


def test_a_reload_keeps_the_answers_and_clearing_wipes_them(page: Page) -> None:
    start(page)
    choose(page, "/agreement/signed", "unsigned")
    count(page, enterprise=6)
    page.reload()
    desk.wait_for_python(page)
    expect(at(page, "/members/enterprise")).to_have_value("6")
    expect(finding(page, "R24")).to_contain_text("部分成员未签署")
    page.get_by_role("button", name="清除").click()
    expect(page.locator("[data-summary]")).to_have_text("答一问就有结果")
    assert page.evaluate("sessionStorage.length") == 0
    page.get_by_role("button", name="撤销").click()
    expect(at(page, "/members/enterprise")).to_have_value("6")
    page.get_by_role("button", name="清除").click()
    page.reload()
    expect(at(page, "/members/enterprise")).to_have_value("")


def test_it_takes_answers_before_python_is_there(page: Page) -> None:
    page.goto(ADDRESS, wait_until="domcontentloaded")
    at(page, "/submission/planned_on").fill("2023-08-14")
    expect(finding(page, "R61")).to_contain_text("已逾期 3 日", timeout=60_000)


def test_refused_storage_is_said_and_the_answers_stay(page: Page) -> None:
    page.add_init_script(
        """const refuse = () => { throw new DOMException('', 'QuotaExceededError') };
           Storage.prototype.setItem = IDBFactory.prototype.open = refuse;"""
    )
    start(page)
    count(page, enterprise=6)
    page.locator(".bar [data-hand-over]").click()
    expect(page.locator('[data-note="refused"]')).to_be_visible()
    expect(at(page, "/members/enterprise")).to_have_value("6")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_needs_no_sideways_scrolling(
    browser: Browser, nginx: str, watch: Watch, scheme: str
) -> None:
    size = {"width": 390, "height": 844}
    context = browser.new_context(base_url=nginx, viewport=size, color_scheme=scheme)
    watch.guard(context)
    page = context.new_page()
    start(page)
    count(page, **COUNTS, core=3)
    expect(page.locator("[data-summary]")).to_contain_text("会被挡住 1 项")
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    bar = page.locator(".bar")
    expect(bar).to_be_in_viewport()
    assert bar.bounding_box()["height"] < 56
    page.locator("[data-summary]").click()
    expect(finding(page, "R21")).to_be_visible()
    expect(page.locator(".pre-check__on [data-hand-over]")).to_be_enabled()
    context.close()
    watch.verify()


def test_without_javascript_it_is_a_checklist(browser: Browser, nginx: str) -> None:
    context = browser.new_context(base_url=nginx, java_script_enabled=False)
    page = context.new_page()
    page.goto(ADDRESS)
    assert "没有启用 JavaScript" in page.locator("main").inner_text()
    expect(page.locator(".section")).to_have_count(12)
    expect(page.get_by_label("各单位法定代表人都已本人签字")).to_be_visible()
    expect(page.locator(".bar")).to_be_hidden()
    expect(named(page, "/lead/category")).to_have_count(10)
    context.close()


def test_what_was_typed_before_the_script_came_stays_beside_what_was_kept(page: Page) -> None:
    start(page)
    choose(page, "/lead/category", "enterprise")
    count(page, enterprise=6)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/js/pre-check.mjs", hold)
    page.reload(wait_until="commit")
    count(page, enterprise=7, university=2)
    held[0].continue_()
    desk.wait_for_python(page)
    expect(at(page, "/members/enterprise")).to_have_value("7")
    expect(at(page, "/members/university")).to_have_value("2")
    expect(page.locator('[name="/lead/category"][value=enterprise]')).to_be_checked()
