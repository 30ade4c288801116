"""The report, taken away from the self-check page, as the visitor gets it."""

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from browser import desk
from browser.desk import at
from validator import drafts, views
from validator.attachments import REPORT, fill
from validator.calls import load
from validator.check import check
from validator.drafts import declared
from validator.example import example

CALL = load("shanxi_alliance_2023")
EXAMPLE = example(CALL)
NAME = EXAMPLE.alliance.name or ""
PRINT, AS_PAGE, AS_WORD = "打印报告", "保存报告（网页）", "保存报告（Word）"


def open_example(page: Page) -> None:
    desk.open_page(page)
    desk.open_draft(page, json.loads(drafts.save(EXAMPLE)))
    expect(at(page, "/alliance/name")).to_have_value(NAME)


def saved(page: Page, button: str, folder: Path) -> Path:
    return desk.downloaded(page, page.get_by_role("button", name=button), folder)


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def test_the_saved_page_opens_from_disk_and_prints_on_a4(
    page: Page, browser: Browser, tmp_path: Path
) -> None:
    open_example(page)
    path = saved(page, AS_PAGE, tmp_path)
    assert path.name == f"{NAME}-自查报告.html"
    report = check(EXAMPLE, CALL)
    assert path.read_text("utf-8") == views.report_page(views.account(report, EXAMPLE, CALL))
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        said: list[str] = []
        asked: list[str] = []
        context.on("console", lambda message: said.append(message.text))
        context.on("request", lambda request: asked.append(request.url))
        kept = context.new_page()
        kept.goto(path.as_uri())
        expect(kept.get_by_role("heading", name="自查报告")).to_be_visible()
        expect(kept.locator("main")).to_contain_text(report.summary)
        expect(kept.locator("tbody tr[id]")).to_have_count(len(report.findings))
        assert kept.evaluate("document.documentElement.scrollWidth") == 390
        pdf = kept.pdf(prefer_css_page_size=True)
        assert (said, asked) == ([], [path.as_uri()])
    assert 5 < pages_of(pdf) < 30
    assert b"/MediaBox [0 0 594.95996 841.91998]" in pdf or b"/MediaBox [0 0 595" in pdf


def test_only_the_report_is_printed(page: Page) -> None:
    open_example(page)
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    button = page.get_by_role("button", name=PRINT)
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="自查报告")
    expect(dialog.locator(".account")).to_contain_text(check(EXAMPLE, CALL).summary)
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    page.emulate_media(media="print")
    expect(dialog.locator(".account")).to_be_visible()
    for beside in (".preview__bar", ".check__form", ".check__results", ".report-tools"):
        expect(page.locator(f"{beside}:visible")).to_have_count(0)
    veil = "it => getComputedStyle(it, '::backdrop').display"
    assert dialog.evaluate(veil) == "none"
    expect(dialog.locator(".preview__desk")).to_have_css("outline-style", "none")
    expect(page.locator("body")).to_have_css("page", "account")  # its pages are numbered
    pdf = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="screen")
    assert 5 < pages_of(pdf) < 30
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_the_word_report_is_the_one_made_elsewhere_and_opens_again(
    page: Page, tmp_path: Path
) -> None:
    open_example(page)
    path = saved(page, AS_WORD, tmp_path)
    assert path.name == f"{NAME}-自查报告.docx"
    ours = fill(REPORT, declared(EXAMPLE), CALL, EXAMPLE.submission.planned_on)
    assert body(path.read_bytes()) == body(ours)
    at(page, "/alliance/name").fill("别的联盟")
    page.locator("[data-open-file]").set_input_files(path)
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    expect(page.locator('[data-told="opened"]')).to_contain_text("与它带的草稿一致")


def test_a_clean_word_report_carries_no_draft(page: Page, tmp_path: Path) -> None:
    open_example(page)
    page.get_by_label("不含草稿的副本").check()
    parts = zipfile.ZipFile(saved(page, AS_WORD, tmp_path)).namelist()
    assert not [part for part in parts if part.startswith("customXml/")]


def test_a_half_filled_form_gives_a_report_with_its_mistakes(page: Page, tmp_path: Path) -> None:
    desk.open_page(page)
    at(page, "/alliance/name").fill('<img src="x">联盟')
    at(page, "/lead/uscc").fill("91140100MA0000007")
    document = docx.Document(io.BytesIO(saved(page, AS_WORD, tmp_path).read_bytes()))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "填写有误 1 处" in said
    assert "应为 18 位，现为 17 位" in said
    page.get_by_role("button", name=PRINT).click()
    sheet = page.locator(".account")
    expect(sheet).to_contain_text("填写有误 1 处")
    expect(sheet).to_contain_text('<img src="x">联盟')
    expect(sheet.locator("img")).to_have_count(0)
    expect(at(page, "/lead/uscc")).to_have_value("91140100MA0000007")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheet_is_white_and_fits_a_phone(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 800})
    open_example(page)
    page.get_by_role("button", name=PRINT).click()
    sheet = page.locator(".account")
    expect(sheet).to_have_css("background-color", "rgb(255, 255, 255)")
    for place in (sheet, sheet.locator("td").nth(20), sheet.locator(".account__message").first):
        expect(place).to_have_css("color", "rgb(0, 0, 0)")
    desk_ = page.get_by_role("dialog", name="自查报告").locator(".preview__desk")
    assert desk_.evaluate("it => it.scrollWidth - it.clientWidth") <= 0


def body(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read("word/document.xml").decode()
