"""Everyone can use it: no violation that axe-core knows, on any page and in any state."""

import pytest
from playwright.sync_api import Page, Route, expect

from browser import axe, desk
from browser.desk import at
from browser.test_reading import PAGES
from browser.watch import Watch

SCHEMES = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", PAGES)
def test_every_page(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    assert axe.violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [390, 1280])
def test_every_state_of_the_self_check(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(desk.ADDRESS)
    desk.wait_for_python(page)
    assert axe.violations(page) == [], "empty"
    page.get_by_role("button", name="载入示例").click()
    expect(page.locator("[data-summary]")).to_contain_text("未发现不符合")
    assert axe.violations(page) == [], "example"
    page.get_by_label("整张表").check()
    desk.unfold(page, "/members/0")
    at(page, "/members/0/uscc").fill("91140100MA0000007")
    at(page, "/submission/planned_on").fill("2023-08-20")
    page.get_by_role("button", name="核验").click()
    expect(page.locator("[data-problem-list]")).to_be_focused()
    page.locator(".check details").evaluate_all(
        "cards => cards.forEach((it) => { it.open = true; })"
    )
    assert axe.violations(page) == [], "whole form, unfolded, with an error"
    page.locator("[data-clear]").click()
    assert axe.violations(page) == [], "asked whether to wipe"
    page.locator("[data-clear-no]").click()
    page.locator("[data-preview=application_form]").click()
    expect(page.locator("[data-preview-sheet] table").first).to_be_visible(timeout=30_000)
    assert axe.violations(page) == [], "preview"


def test_the_failure_of_the_start(page: Page, watch: Watch) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=403, body="blocked by policy")

    page.context.route("**/python.bin", refuse)
    page.context.route("**/pyodide.asm.wasm", refuse)
    page.goto(desk.ADDRESS)
    expect(page.locator("[data-boot] [data-stage=failed]")).to_be_visible(timeout=30_000)
    assert axe.violations(page) == []
    watch.errors.clear()


@pytest.mark.parametrize("address", ["/", desk.CALL, desk.NOTICE, desk.ADDRESS])
def test_at_two_hundred_percent_nothing_is_cut_off(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 640, "height": 450})  # 1280 x 900 at 200 %
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_forced_colours_keep_what_is_selected_and_wrong_visible(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    desk.open_page(page)
    at(page, "/lead/uscc").fill("91140100MA0000007")
    page.get_by_role("button", name="核验").click()
    expect(at(page, "/lead/uscc:problem")).to_contain_text("应为 18 位")
    width = at(page, "/lead/uscc").evaluate("it => getComputedStyle(it).borderTopWidth")
    assert width == "2px"
    marks = page.locator(".finding .mark").all_text_contents()
    assert marks
    assert all(marks)


def test_reduced_motion_is_respected(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    desk.open_page(page)
    moving = page.evaluate(
        """() => [...document.querySelectorAll('.check *')].filter((it) => {
          const { transitionDuration, animationDuration } = getComputedStyle(it);
          return [transitionDuration, animationDuration].join().split(/[,\\s]+/)
            .some((time) => parseFloat(time) > 0.01);
        }).map((it) => it.outerHTML.slice(0, 100))"""
    )
    assert moving == []
