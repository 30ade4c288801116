"""Files that come into the self-check page and go out of it, end to end."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from browser import desk
from browser.desk import at
from browser.watch import Watch
from validator import drafts
from validator.application import Application
from validator.attachments import available, bundle, fill
from validator.calls import load
from validator.drafts import declared
from validator.example import example
from validator.tables import members_template
from validator.tables.columns import columns
from validator.word.package import unpack

CALL = load("shanxi_alliance_2023")
EXAMPLE = example(CALL)
NAME = EXAMPLE.alliance.name or ""
OTHER = "山西省改名氢能产业技术创新战略联盟"
DAY = EXAMPLE.submission.planned_on
PACKAGE = "下载全套材料（.zip）"


def open_example(page: Page) -> None:
    desk.open_page(page)
    page.get_by_role("button", name="载入示例").click()
    expect(at(page, "/alliance/name")).to_have_value(NAME)


def choose(page: Page, control: str, name: str, content: bytes) -> None:
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator(control).set_input_files(file)


def words(document: bytes) -> str:
    opened = docx.Document(io.BytesIO(document))
    return "\n".join(node.text or "" for node in opened.element.body.iter() if node.text)


def edited(document: bytes, old: str, new: str) -> bytes:
    opened = docx.Document(io.BytesIO(document))
    cells = (cell for table in opened.tables for row in table.rows for cell in row.cells)
    paragraphs = [*opened.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    run = next(run for one in paragraphs for run in one.runs if old in run.text)
    run.text = run.text.replace(old, new)
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def spreadsheet(*, wrong: bool) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(members_template(CALL)))
    sheet = book["成员单位"]
    title = {column.name: index for index, column in enumerate(columns(CALL), 1)}
    for row, name in enumerate(("大同甲测试大学", "太原乙测试有限公司"), 2):
        sheet.cell(row, title["name"]).value = name
        sheet.cell(row, title["category"]).value = "高校"
    if wrong:
        sheet.cell(3, title["category"]).value = "学堂"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def drop(page: Page, *paths: Path) -> None:
    page.evaluate(
        """(files) => {
          const dataTransfer = new DataTransfer();
          for (const [name, bytes] of files) {
            dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
          }
          const dropped = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
          document.querySelector('[data-form]').dispatchEvent(dropped);
        }""",
        [[path.name, list(path.read_bytes())] for path in paths],
    )


def package(page: Page, folder: Path) -> bytes:
    path = desk.downloaded(page, page.get_by_role("button", name=PACKAGE), folder)
    assert path.name == f"{NAME}-申报材料.zip"
    return path.read_bytes()


def test_one_package_holds_everything_in_order(page: Page, tmp_path: Path) -> None:
    open_example(page)
    content = package(page, tmp_path)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        folders, names = zip(*(name.split("/") for name in archive.namelist()), strict=True)
        assert set(folders) == {NAME}
        documents = [name for name in names if name.endswith(".docx")]
        assert documents == [f"{n:02}-{known.file_name}" for n, known in enumerate(available(CALL))]
        assert set(names) - set(documents) == {
            "汇总表（供组织推荐单位参考）.xlsx",
            "草稿.json",
            "说明.txt",
        }
        index = archive.read(f"{NAME}/说明.txt").decode("utf-8-sig")
        assert sorted(documents, key=index.index) == documents
        for name in documents:
            assert NAME in words(archive.read(f"{NAME}/{name}")), name
    again = package(page, tmp_path)
    assert hashlib.sha256(again).digest() == hashlib.sha256(content).digest()


def inflated(content: bytes) -> object:
    """What a file holds, whatever zlib packed it."""
    if not content.startswith(b"PK"):
        return content
    return {name: inflated(part) for name, part in unpack(content).items()}


def test_the_package_is_the_terminals_and_opens_by_dropping_it(page: Page, tmp_path: Path) -> None:
    draft = json.loads(drafts.save(EXAMPLE, "第二稿"))
    draft["lead"]["uscc"] = "123"
    desk.open_page(page)
    choose(page, "[data-open-file]", "草稿.json", json.dumps(draft).encode("utf-16"))
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    content = package(page, tmp_path)
    carried = json.loads(unpack(content)[f"{NAME}/草稿.json"])
    assert carried == draft
    ours = bundle(drafts.read(json.dumps(carried)), CALL, DAY)
    assert inflated(content) == inflated(ours)
    at(page, "/alliance/name").fill(OTHER)
    drop(page, tmp_path / f"{NAME}-申报材料.zip")
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    expect(at(page, "/lead/uscc")).to_have_value("123")
    expect(page.locator('[data-told="opened"]')).to_contain_text("草稿取自压缩包里的")


def test_a_clean_copy_carries_no_draft(page: Page, tmp_path: Path) -> None:
    open_example(page)
    page.get_by_label("不含草稿的副本").check()
    with zipfile.ZipFile(io.BytesIO(package(page, tmp_path))) as archive:
        assert f"{NAME}/草稿.json" not in archive.namelist()
        for name in archive.namelist():
            if name.endswith(".docx"):
                parts = zipfile.ZipFile(io.BytesIO(archive.read(name))).namelist()
                assert not [part for part in parts if part.startswith("customXml/")]
    one = desk.downloaded(page, page.locator('[data-attachment="agreement"]'), tmp_path)
    assert not [part for part in zipfile.ZipFile(one).namelist() if "customXml" in part]


def test_a_blocked_file_is_named_and_nothing_is_lost(page: Page, watch: Watch) -> None:
    page.context.route("**/python.bin", lambda route: route.fulfill(status=403, body="blocked"))
    open_example(page)
    page.locator('[data-table="summary"]').click()
    note = page.locator("[data-note=not_fetched]")
    expect(note).to_contain_text("python.bin 没有下载下来")
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    page.context.unroute("**/python.bin")
    with page.expect_download():
        page.locator('[data-table="summary"]').click()
    expect(note).to_be_hidden()
    watch.errors.clear()


def test_spreadsheets_hold_what_was_typed(page: Page, tmp_path: Path) -> None:
    open_example(page)
    summary = desk.downloaded(page, page.locator('[data-table="summary"]'), tmp_path)
    cells = [cell.value for row in openpyxl.load_workbook(summary).active for cell in row]
    assert NAME in cells
    button = page.locator('.files [data-table="members_template"]')
    template = desk.downloaded(page, button, tmp_path)
    assert template.name == "成员单位导入模板.xlsx"
    sheet = openpyxl.load_workbook(template)["成员单位"]
    assert sheet["A2"].value == EXAMPLE.members[0].name


def test_a_preview_shows_what_was_typed_and_closes_by_keyboard(page: Page) -> None:
    desk.open_page(page)
    at(page, "/alliance/name").fill('<img src="x">联盟')
    button = page.locator('[data-preview="application_form"]')
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="山西省产业技术创新战略联盟申请表")
    expect(dialog.locator(".paper")).to_contain_text('<img src="x">联盟')
    expect(dialog.locator("img")).to_have_count(0)
    expect(dialog.get_by_role("region", name="文档内容")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_only_the_sheet_is_printed(page: Page) -> None:
    open_example(page)
    page.locator('[data-preview="application_form"]').click()
    expect(page.locator(".paper")).to_contain_text(NAME)
    page.emulate_media(media="print")
    expect(page.locator(".paper")).to_be_visible()
    for beside in (".preview[open] .preview__bar", ".check__form", ".check__results", ".md-header"):
        expect(page.locator(beside)).to_be_hidden()
    pages = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
    page.emulate_media(media="screen")
    page.locator(".preview[open] [data-preview-close]").click()
    assert 2 < pages < 15


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_fits_a_phone(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 800})
    open_example(page)
    page.locator('[data-preview="application_form"]').click()
    paper = page.locator(".paper")
    expect(paper).to_contain_text(NAME)
    for place in (paper, paper.locator("td").nth(20)):
        expect(place).to_have_css("background-color", "rgb(255, 255, 255)")
        expect(place).to_have_css("color", "rgb(0, 0, 0)")
    desk_ = page.locator(".preview[open] .preview__desk")
    assert desk_.evaluate("it => it.scrollWidth - it.clientWidth") <= 0


def test_an_edited_document_restores_the_form_and_names_the_edit(page: Page) -> None:
    desk.open_page(page)
    at(page, "/alliance/name").fill(OTHER)
    document = edited(fill("application_form", declared(EXAMPLE), CALL, DAY), NAME, OTHER)
    choose(page, "[data-open-file]", "申请表.docx", document)
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    expect(at(page, "/members/0/name")).to_have_value(EXAMPLE.members[0].name or "")
    report = page.locator('[data-told="opened"]')
    expect(report).to_contain_text("文档里有 1 处与它带的草稿不同")
    expect(report.locator("del")).to_have_text(NAME)
    expect(report.locator("ins")).to_have_text(OTHER)
    expect(report.get_by_role("heading")).to_be_focused()
    page.locator('[data-note="opened"] [data-undo]').click()
    expect(at(page, "/alliance/name")).to_have_value(OTHER)
    expect(report).to_be_hidden()


def test_a_downloaded_document_opens_by_dropping_it(page: Page, tmp_path: Path) -> None:
    open_example(page)
    path = desk.downloaded(page, page.locator('[data-attachment="agreement"]'), tmp_path)
    at(page, "/alliance/name").fill(OTHER)
    drop(page, path)
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    expect(page.locator('[data-told="opened"]')).to_contain_text("与它带的草稿一致")


def test_dropped_spreadsheets_are_members_and_two_files_are_too_many(
    page: Page, tmp_path: Path
) -> None:
    desk.open_page(page)
    path = tmp_path / "成员.xlsx"
    path.write_bytes(spreadsheet(wrong=False))
    drop(page, path, path)
    expect(page.locator('[data-note="one_file"]')).to_be_visible()
    drop(page, path)
    expect(at(page, "/members/1/name")).to_have_value("太原乙测试有限公司")
    report = page.locator('[data-told="members"]')
    expect(report.get_by_role("heading")).to_be_focused()
    report.get_by_role("button", name="知道了").click()
    expect(report).to_be_hidden()
    expect(page.locator("[data-import-file]")).to_be_focused()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("申请表.docx", b"PK\x03\x04 broken", "不是可以读取的 Word 文档"),
        ("申请表.docx", b"", "这个文件是空的"),
        ("申请表.docx", fill("cover", declared(EXAMPLE), CALL, DAY, clean=True), "没有草稿"),
        ("成员.xlsx", members_template(CALL), "请在“成员单位”里用“导入成员（Excel）”"),
        ("材料.zip", bundle(drafts.declared(EXAMPLE), CALL, DAY, clean=True), "没有草稿"),
        (
            "草稿.json",
            json.dumps({"lead": {"name": "甲"}}, ensure_ascii=False).encode("gbk"),
            "GBK",
        ),
        ("草稿.json", b'{"alliance": {"na', "不是有效的 JSON 文件"),
        ("草稿.json", b"[" * 100_000, "嵌套过深"),
        ("草稿.json", b'{"lead":' * 5_000 + b"1" + b"}" * 5_000, "嵌套过深"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "不是 UTF-8 文本"),
    ],
)
def test_a_file_that_cannot_be_opened_costs_nothing(
    page: Page, name: str, content: bytes, said: str
) -> None:
    desk.open_page(page)
    at(page, "/alliance/name").fill(OTHER)
    choose(page, "[data-open-file]", name, content)
    expect(page.locator("[data-refusal]")).to_contain_text(said)
    expect(at(page, "/alliance/name")).to_have_value(OTHER)


def test_a_file_too_large_is_not_read(page: Page) -> None:
    desk.open_page(page)
    at(page, "/alliance/name").fill(OTHER)
    choose(page, "[data-open-file]", "申请表.docx", b"PK" + bytes(10_000_000))
    expect(page.locator('[data-note="too_large"]')).to_contain_text("超过 10 MB")
    expect(at(page, "/alliance/name")).to_have_value(OTHER)


def test_members_come_from_excel_and_a_wrong_cell_is_named(page: Page) -> None:
    open_example(page)
    rows = desk.rows(page)
    before = len(EXAMPLE.members)
    page.locator("[data-import] > summary").click()
    choose(page, "[data-import-file]", "成员.xlsx", spreadsheet(wrong=True))
    expect(rows).to_have_count(before + 2)
    expect(at(page, f"/members/{before}/name")).to_have_value("大同甲测试大学")
    expect(at(page, f"/members/{before + 1}/name")).to_have_value("太原乙测试有限公司")
    expect(at(page, f"/members/{before + 1}/category")).to_have_value("")
    report = page.locator('[data-told="members"]')
    expect(report.get_by_role("listitem")).to_have_count(1)
    expect(report).to_contain_text("成员单位 第 3 行“单位类别”：“学堂”不在可选内容之内")
    page.locator('[data-note="imported"] [data-undo]').click()
    expect(rows).to_have_count(before)


def test_a_table_of_which_nothing_can_be_taken_changes_nothing(page: Page) -> None:
    open_example(page)
    page.locator("[data-import] > summary").click()
    page.get_by_label("替换现有成员").check()
    page.get_by_label("粘贴成员").fill("单位全称\t统一社会信用代码\n####\t123\n")
    page.get_by_role("button", name="导入粘贴的内容").click()
    expect(page.locator('[data-note="not_imported"]')).to_be_visible()
    expect(page.locator('[data-note="imported"]')).to_be_hidden()
    report = page.locator('[data-told="members"]')
    expect(report).to_contain_text("没有导入成员单位：2 处有误")
    expect(desk.rows(page)).to_have_count(len(EXAMPLE.members))


def test_the_template_out_and_back_changes_nothing(page: Page, tmp_path: Path) -> None:
    open_example(page)
    page.locator("[data-import] > summary").click()
    button = page.locator('[data-import] [data-table="members_template"]')
    path = desk.downloaded(page, button, tmp_path)
    page.get_by_label("替换现有成员").check()
    choose(page, "[data-import-file]", "成员.xlsx", path.read_bytes())
    count = len(EXAMPLE.members)
    report = page.locator('[data-told="members"]')
    expect(report).to_contain_text(f"新增 0 家、更新 0 家、没有变化 {count} 家、移出 0 家")
    draft = json.loads(unpack(package(page, tmp_path))[f"{NAME}/草稿.json"])
    assert draft["members"] == json.loads(drafts.save(EXAMPLE))["members"]


def test_pasted_rows_replace_the_members_when_asked(page: Page) -> None:
    open_example(page)
    rows = desk.rows(page)
    page.locator("[data-import] > summary").click()
    page.get_by_label("替换现有成员").check()
    box = page.get_by_label("粘贴成员")
    box.fill("单位全称\t联系人\n大同丙测试大学\t张三\n太原丁测试有限公司\t李四\n")
    page.get_by_role("button", name="导入粘贴的内容").click()
    expect(rows).to_have_count(2)
    expect(at(page, "/members/1/name")).to_have_value("太原丁测试有限公司")
    desk.unfold(page, "/members/1")
    expect(at(page, "/members/1/contact")).to_have_value("李四")
    expect(page.locator('[data-told="members"]')).to_contain_text("导入了 2 家成员单位")
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    expect(box).to_have_value("")


def test_a_spreadsheet_that_cannot_be_read_costs_nothing(page: Page) -> None:
    open_example(page)
    page.locator("[data-import] > summary").click()
    choose(page, "[data-import-file]", "成员.xlsx", b"no spreadsheet")
    expect(page.locator("[data-refusal]")).to_contain_text("不是可以读取的 Excel 文件")
    page.get_by_role("button", name="导入粘贴的内容").click()
    expect(page.locator("[data-refusal]")).to_contain_text("没有成员单位的内容")
    expect(at(page, "/members/0/name")).to_have_value(EXAMPLE.members[0].name or "")


def test_a_blank_document_opens_as_an_empty_draft(page: Page) -> None:
    open_example(page)
    blank = fill("charter", declared(Application()), CALL, None)
    choose(page, "[data-open-file]", "章程.docx", blank)
    expect(at(page, "/alliance/name")).to_have_value("")
    page.locator('[data-note="opened"] [data-undo]').click()
    expect(at(page, "/alliance/name")).to_have_value(NAME)
