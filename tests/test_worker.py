"""The browser's door: every name answers, and what cannot be used is refused in words."""

import io
import json
import zipfile
from typing import Any

import openpyxl
import pytest
from asking import PAGE, ask, file, named_file
from pydantic import ValidationError

from validator.application.application import MEMBERS_MAX
from validator.attachments import available
from validator.calls import load
from validator.drafts import VERSION
from validator.fingerprint import fingerprint
from validator.views import opened
from validator.worker import FILE_MAX, answer, page

PRESENT = fingerprint(load("shanxi_alliance_2023"))


@pytest.fixture(autouse=True)
def _a_page_has_begun() -> None:
    """Begin a page: a test that asks without `ask` otherwise depends on the tests before it."""
    answer("begin", PAGE)


def check(draft: object, editing: str = "") -> dict:
    return ask("check", draft=json.dumps(draft), editing=editing)


def test_unknown_names_and_requests_are_mistakes_of_the_page() -> None:
    with pytest.raises(LookupError):
        answer("no such request", {})
    for request in ({}, {"draft": "{}", "spared": ""}, {"draft": None}, {"draft": {}}):
        with pytest.raises(ValidationError):
            answer("check", request)


def test_what_a_page_says_once_holds_for_all_it_asks() -> None:
    draft = json.dumps(ask("example")["draft"])
    for place in ("甲/", "乙/"):
        answer("begin", {"links": PAGE["links"] | {"rules": place}})
        assert f'href="{place}#' in json.loads(answer("check", {"draft": draft}))["html"]


def test_a_page_begins_before_it_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_said", [])
    with pytest.raises(LookupError, match="no page has begun"):
        answer("example", {})


def test_checks_a_draft() -> None:
    answer = check(ask("example")["draft"])
    assert answer["problems"] == []
    assert "已核验条款未发现不符合" in answer["summary"]
    assert answer["summary"] in answer["html"]


def test_a_wrong_answer_is_named_and_the_rest_still_checked() -> None:
    answer = check({"lead": {"uscc": "123"}, "submission": {"planned_on": "2023-08-12"}})
    assert [problem["pointer"] for problem in answer["problems"]] == ["/lead/uscc"]
    assert "牵头单位 › 统一社会信用代码" in answer["html"]
    assert answer["summary"].startswith("发现 1 项不满足")


def test_nobody_is_told_off_in_mid_word() -> None:
    answer = check({"lead": {"uscc": "123"}}, editing="/lead/uscc")
    assert len(answer["problems"]) == 1
    assert "data-problem-list" not in answer["html"]


def test_more_members_than_fit_make_no_verdict() -> None:
    draft = ask("example")["draft"]
    draft["members"] = draft["members"][:1] * 301
    answer = check(draft)
    assert answer["summary"].startswith("尚有 15 项待补充")
    assert "成员单位填写有误（不得超过 300 项），改正后再判断。" in answer["html"]


def test_a_draft_of_another_call_is_never_judged_by_the_rules_of_this_one() -> None:
    assert "申报的是另一份通知（elsewhere_2024）" in check({"notice": "elsewhere_2024"})["error"]


def test_a_draft_of_another_call_is_carried_over_and_says_so() -> None:
    draft = {"notice": "elsewhere_2024", "lead": {"name": "甲公司", "rank": "一等"}, "fees": "无"}
    answer = ask("open", draft=json.dumps(draft))
    assert answer["draft"] == {
        "draft_version": VERSION,
        "fingerprint": PRESENT,
        "notice": "shanxi_alliance_2023",
        "lead": {"name": "甲公司"},
    }
    assert answer["warning"] == ""
    for words in ("为“elsewhere_2024”填的", "保留 1 个回答", "有 2 个回答本通知不问", "一等", "无"):
        assert words in answer["html"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"draft_version": 99}'])
def test_refuses_files_that_are_no_drafts(text: str) -> None:
    assert ask("open", draft=text)["error"]


def test_opens_a_file_with_its_wrong_answers_in_place() -> None:
    answer = ask("open", draft='\ufeff{"lead": {"uscc": "123", "name": "甲"}}')
    assert answer["draft"] == {
        "draft_version": VERSION,
        "fingerprint": PRESENT,
        "lead": {"uscc": "123", "name": "甲"},
    }
    assert "牵头单位 › 统一社会信用代码" in answer["warning"]


@pytest.mark.parametrize(
    ("saved_by", "is_said"), [("0badcafe", True), (None, False), (7, False), ("", True)]
)
def test_a_draft_that_other_rules_have_checked_says_so(saved_by: object, *, is_said: bool) -> None:
    text = json.dumps({"lead": {"name": "甲"}, "fingerprint": saved_by})
    answer = ask("open", draft=text)
    assert ("规则有过改动" in answer["html"]) is is_said
    assert answer["draft"]["fingerprint"] == PRESENT
    assert answer["warning"] == ""
    again = ask("open", draft=json.dumps(answer["draft"]))
    assert again["html"] == ""


def test_opens_what_it_gave_as_an_example() -> None:
    draft = ask("example", minimal=True)["draft"]
    answer = ask("open", draft=json.dumps(draft))
    assert (answer["draft"], answer["warning"]) == (draft, "")


def test_fills_every_attachment_under_its_own_name() -> None:
    draft = json.dumps({"alliance": {"name": "山西省某某产业技术创新战略联盟"}})
    for attachment in available(load("shanxi_alliance_2023")):
        name, document = named_file("fill", name=attachment.name, draft=draft)
        assert name == attachment.file_name
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            assert "山西省某某" in package.read("word/document.xml").decode()


def example() -> str:
    return json.dumps(ask("example")["draft"])


def parts(document: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(document)).namelist()


def test_packs_everything_under_the_alliances_name() -> None:
    draft = example()
    name, whole = named_file("package", draft=draft)
    assert name == f"{json.loads(draft)['alliance']['name']}-申报材料.zip"
    clean = file("package", draft=draft, clean=True)
    assert {part.rpartition("/")[2] for part in parts(whole)} - {
        part.rpartition("/")[2] for part in parts(clean)
    } == {"草稿.json"}


def test_a_clean_copy_carries_nothing() -> None:
    given = {"name": "cover", "draft": example()}
    assert any("customXml" in part for part in parts(file("fill", **given)))
    clean = file("fill", **given, clean=True)
    assert not any("customXml" in part for part in parts(clean))


def test_a_preview_shows_what_was_typed_and_nothing_more() -> None:
    draft = json.dumps({"alliance": {"name": "<b>联盟"}})
    html = ask("preview", name="application_form", draft=draft)["html"]
    assert "&lt;b&gt;联盟" in html
    assert "<b>" not in html


def test_opens_a_document_it_filled() -> None:
    draft = ask("example")["draft"]
    document = file("fill", name="agreement", draft=json.dumps(draft))
    answer = ask("open_file", content=document)
    assert (answer["draft"], answer["warning"]) == (draft, "")
    assert "一致" in answer["html"]


def test_edits_are_said_in_words_and_escaped() -> None:
    html = opened([("甲<b>", "乙"), ("", "添的"), ("删的", "")], intact=False)
    for words in ("3 处", "甲&lt;b&gt;", "草稿中没有这一段", "文档中删去了这一段", "被改动过"):
        assert words in html


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK no package", "不是可以读取的 Word 文档"),
        (b"", "这个文件是空的"),
        (b"A" * (FILE_MAX + 1), "文件过大"),
    ],
)
def test_refuses_what_is_no_document(content: bytes, said: str) -> None:
    assert said in ask("open_file", content=content)["error"]


def test_spreadsheets_hold_the_draft() -> None:
    draft = json.loads(example())
    name, template = named_file("members_template", draft=example())
    assert name == "成员单位导入模板.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(template))["成员单位"]
    assert sheet.max_row == 1 + len(draft["members"])
    name, content = named_file("summary", draft=example())
    assert name == "汇总表（供组织推荐单位参考）.xlsx"
    summary = openpyxl.load_workbook(io.BytesIO(content)).active
    assert draft["alliance"]["name"] in [cell.value for row in summary for cell in row]


def test_imports_the_template_it_gave() -> None:
    draft = json.loads(example())
    content = file("members_template", draft=json.dumps(draft))
    answer = ask("import_members", content=content, draft='{"members": [{}]}')
    assert answer["whole"]
    names = [member["name"] for member in answer["members"]]
    assert names == [member["name"] for member in draft["members"]]


def test_imported_members_follow_or_replace_what_was_typed() -> None:
    draft = json.dumps({"members": [{"name": "甲", "uscc": "1"}]})
    rows = "单位全称\t单位类别\n乙\t学堂\n"
    added = ask("import_members", text=rows, draft=draft)
    assert added["members"] == [{"name": "甲", "uscc": "1"}, {"name": "乙"}]
    assert not added["whole"]
    assert "学堂" in added["html"]
    replaced = ask("import_members", text=rows, draft=draft, replace=True)
    assert replaced["members"] == [{"name": "乙"}]


def test_more_members_than_fit_are_refused() -> None:
    full = json.dumps({"members": [{"name": f"第{n}家"} for n in range(MEMBERS_MAX)]})
    assert "最多" in ask("import_members", text="单位全称\t联系人\n乙\t丙\n", draft=full)["error"]


@pytest.mark.parametrize("given", [{"text": ""}, {"content": b"no spreadsheet"}])
def test_refuses_what_is_no_table(given: dict[str, Any]) -> None:
    assert ask("import_members", draft="{}", **given)["error"]


def test_an_unknown_attachment_is_refused_in_words() -> None:
    assert "没有名为" in ask("fill", name="nothing", draft="{}")["error"]


def test_a_pre_check_names_what_is_wrong_and_goes_on_as_a_draft() -> None:
    answers = {"location": {"province": "北京市"}, "members": {"core": -1}}
    answer = ask("precheck", answers=json.dumps(answers), editing="/members/core")
    assert [problem["pointer"] for problem in answer["problems"]] == ["/members/core"]
    assert "data-problem-list" not in answer["html"]
    assert answer["summary"] == "会被挡住 1 项，另有 1 项需人工判断"
    draft = ask("precheck_draft", answers=json.dumps(answers))["draft"]
    assert draft["lead"] == {"province": "北京市"}
    assert ask("open", draft=json.dumps(draft))["warning"] == ""


def test_reports_what_it_checked_with_what_could_not_be_used() -> None:
    draft = json.dumps({"alliance": {"name": "甲<b>联盟"}, "lead": {"uscc": "123"}})
    sheet = ask("report_sheet", draft=draft)["html"]
    name, page = named_file("report_page", draft=draft)
    assert sheet in page.decode()
    assert "甲&lt;b&gt;联盟" in sheet
    assert "填写有误 1 处" in sheet
    assert check(json.loads(draft))["summary"] in sheet
    assert name == "甲b联盟-自查报告.html"


def test_a_report_in_word_brings_back_what_was_typed() -> None:
    draft = {"alliance": {"name": "甲联盟"}, "lead": {"uscc": "123"}}
    name, document = named_file("report_document", draft=json.dumps(draft))
    assert name == "甲联盟-自查报告.docx"
    answer = ask("open_file", content=document)
    assert answer["draft"] == {"draft_version": VERSION, "fingerprint": PRESENT} | draft
    assert "有 1 处" in answer["warning"]
    assert "一致" in answer["html"]
    clean = file("report_document", draft=json.dumps(draft), clean=True)
    assert not [part for part in parts(clean) if part.startswith("customXml/")]


@pytest.mark.parametrize("text", ["{}", '{"name": "x", "version": "1.0"}'])
def test_a_foreign_file_is_refused(text: str) -> None:
    assert "没有一项是本站草稿的内容" in ask("open", draft=text)["error"]
    assert "error" not in ask("open", draft='{"draft_version": 2}')


@pytest.mark.parametrize("number", ["1e400", "-1e400", "9" * 400, "12345678901234567890"])
def test_every_answer_is_json_whatever_number_a_file_holds(number: str) -> None:
    text = f'{{"lead": {{"staff": {number}}}}}'
    opened = json.loads(answer("open", {"draft": text}), parse_constant=pytest.fail)
    assert opened["draft"]["lead"] == {"staff": number}
    assert "数字过大" in check(opened["draft"])["problems"][0]["message"]


def test_an_answer_that_is_no_json_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("validator.views.warning", lambda *_: float("inf"))
    with pytest.raises(ValueError, match="JSON"):
        answer("open", {"draft": '{"draft_version": 2}'})


def test_a_draft_that_no_form_can_show_is_not_opened() -> None:
    draft = {"members": [{"name": "甲"}] * 20_000}
    error = ask("open", draft=json.dumps(draft))["error"]
    assert "没有打开；文件和屏幕上的内容不变：成员单位有 20000 项，最多 300 项" in error
    document = file("report_document", draft=json.dumps(draft))
    assert "最多 300 项" in ask("open_file", content=document)["error"]


def test_thousands_of_problems_are_told_in_a_screenful() -> None:
    answer = check({"lead": {f"x{n}": 1 for n in range(20_000)}})
    assert len(answer["problems"]) == 500
    assert "有 20000 处填写有误" in answer["html"]
    assert answer["html"].count("没有这一项") == 100
    assert "另有 19900 处" in answer["html"]


def test_thousands_of_edits_are_told_in_a_screenful() -> None:
    html = opened([("甲" * 9_000, "乙")] * 500, intact=True)
    assert "有 500 处" in html
    assert "另有 300 处没有列出" in html
    assert len(html) < 1_000_000
    assert "没有逐处比对" in opened(None, intact=True)


def test_a_document_of_earlier_rules_or_of_a_call_that_is_not_here_is_told() -> None:
    assert "有过改动" not in opened([], intact=True)
    assert "有过改动" in opened([], intact=True, outdated=True)
    assert "没有它申报的那份通知" in opened(None, intact=True, compared=False)


def test_says_what_other_answers_would_change() -> None:
    draft = ask("example")["draft"]
    draft["submission"]["planned_on"] = "2023-08-12"
    html = ask("what_if", draft=json.dumps(draft))["html"]
    assert "改在受理期内（2023年8月7日至2023年8月11日）报送" in html
    assert ask("what_if", draft=json.dumps(ask("example")["draft"]))["html"].strip() == ""
