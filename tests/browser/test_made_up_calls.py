"""The calls beside the first, used on their own pages: checked, explained, filled."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import desk
from validator.calls import DEFAULT, Call, available, load
from validator.check import check
from validator.example import example

OTHERS = [load(name) for name in available() if name != DEFAULT]
EACH = pytest.mark.parametrize("call", OTHERS, ids=[call.id for call in OTHERS])


@EACH
def test_the_example_is_checked_as_in_the_terminal_and_its_documents_are_made(
    page: Page, tmp_path: Path, call: Call
) -> None:
    desk.open_page(page, f"/calls/{call.id}/tools/self-check/")
    expect(page.locator(".md-banner")).to_contain_text(call.remark)
    page.get_by_role("button", name="载入示例").click()
    application = example(call)
    expect(desk.at(page, "/alliance/name")).to_have_value(application.alliance.name or "")
    report = check(application, call)
    for found in report.findings:
        expect(desk.finding(page, found.rule)).to_contain_text(found.message.rstrip("。"))
    expect(page.locator("[data-results] .outcome")).to_contain_text("未发现不符合")
    package = desk.downloaded(page, page.locator("[data-package]"), tmp_path)
    with zipfile.ZipFile(package) as made:
        names = [name for name in made.namelist() if name.endswith(".docx")]
    assert [name.partition("-")[2] for name in names] == [it.file_name for it in call.documents]


@EACH
def test_a_late_day_is_found_in_the_pre_check(page: Page, call: Call) -> None:
    page.goto(f"/calls/{call.id}/tools/pre-check/")
    desk.at(page, "/submission/planned_on").fill("2028-01-01")
    expect(page.locator("[data-results]")).to_contain_text("2028年1月1日", timeout=60_000)
