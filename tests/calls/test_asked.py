"""A call asks what it lists, in its order and words, and questions of its own."""

from __future__ import annotations

import io
import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from form.test_form import ADDRESSES
from parity.documents import paragraphs

from calls.folder import made_up, spoiled
from site_build.form.render import render, render_pre_check
from site_build.word_templates.check import check_source
from site_build.word_templates.compiler import compiled
from site_build.word_templates.errors import TemplateError
from site_build.word_templates.samples import answered
from validator import cli, drafts, precheck
from validator.application import Application, Lead, Member
from validator.application.asked import asked_by
from validator.application.places import asked, row_kind
from validator.application.pointers import label
from validator.attachments.context import build
from validator.attachments.environment import environment
from validator.calls import Call, Folder, bring, load, parse, read
from validator.check import check
from validator.fingerprint import fingerprint
from validator.progress import progress
from validator.report import Status
from validator.tables import import_pasted, import_xlsx, members_template, merge
from validator.word.compiled import load as template_of

SHANXI = load("shanxi_alliance_2023")
OF_ALLIANCE: dict[str, Any] = {
    "motto": "同心",
    "sharing": "按出资\n分配",
    "spreads": True,
    "budget": 1234.5,
    "first_met_on": "2023-03-01",
    "stage": "已签约",
    "trades": ["机械", "软件（含嵌入式）"],
    "sponsors": ["甲公司", "乙大学（东校区、西校区）"],
}
OF_A_UNIT: dict[str, Any] = {
    "pledge": "按期出资",
    "role": "试制",
    "willing": False,
    "share": 20.0,
    "decided_on": "2023-02-01",
    "size": "中",
    "fields": ["材料", "工艺"],
    "experts": ["王一", "李二"],
}
MEMBER = {
    "name": "乙大学",
    "province": "山西省",
    "phone": "0351-1",
    "district": "西区",
    **OF_A_UNIT,
}
DRAFT: dict[str, Any] = {
    "draft_version": drafts.VERSION,
    "submission": {"copies": 6, "planned_on": "2023-08-08"},
    "alliance": {"demand": "需要", "name": "联合体甲", **OF_ALLIANCE, "members_listed": True},
    "agreement": {"tasks": "分工", "effective_on": "2022-03-01"},
    "members": [MEMBER],
    "lead": {"uscc": "91140100MA0000007Q", "name": "甲公司", "convened": 3.0, **OF_A_UNIT},
}


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Call:
    return read(made_up(tmp_path_factory.mktemp("calls") / "made_up_2024"))


@pytest.fixture
def received(call: Call) -> drafts.Received:
    found = drafts.read(json.dumps(DRAFT), call)
    assert (found.problems, found.unasked, found.left_aside) == ((), (), ())
    return found


def names(kind: type[Any]) -> list[str]:
    return list(kind.model_fields)


def test_a_call_that_lists_everything_asks_by_the_forms_own_models() -> None:
    assert asked_by(SHANXI) is Application
    assert precheck.asked_by(SHANXI) is precheck.PreCheck


def test_what_is_listed_is_asked_in_its_order(call: Call) -> None:
    model = asked_by(call)
    assert names(model) == ["notice", "submission", "alliance", "agreement", "members", "lead"]
    lead, alliance = model().lead, model().alliance
    assert isinstance(lead, Lead)
    assert issubclass(row_kind(model, "members"), Member)
    assert names(type(lead)) == [
        "uscc", "name", "province", *OF_A_UNIT, "phone", "convened",
    ]  # fmt: skip
    assert names(type(alliance)) == ["demand", "name", *OF_ALLIANCE, "members_listed"]
    assert asked_by(call) is model


def test_what_is_not_asked_is_a_blank(call: Call) -> None:
    application = asked_by(call)()
    assert application.partners == ()
    assert application.lead.high_tech is None
    assert application.operation.records == ()
    assert application.lead.credit.misconduct_declared is None
    assert application.lead.code is None
    places = asked(application).answers
    assert "/lead/high_tech" not in places
    assert "/operation/had_founding_meeting" not in places
    assert "/alliance/motto" in places


def test_titles_are_the_calls_own(call: Call) -> None:
    model = asked_by(call)
    assert label("/members/0/district", model) == "参加单位第 1 家 › 所在区"
    assert label("/lead/uscc", model) == "召集单位 › 代码"
    assert label("/lead/uscc", Application) == "牵头单位 › 统一社会信用代码"


def test_a_draft_goes_round(call: Call, received: drafts.Received) -> None:
    again = drafts.read(drafts.save(received.application), call)
    assert again.application == received.application
    own = {"fingerprint": fingerprint(SHANXI)}  # a draft that names no call is the first call's
    assert json.loads(drafts.save(received.application)) == DRAFT | own
    assert vars(received.application.alliance)["trades"] == ("机械", "软件（含嵌入式）")


@pytest.mark.parametrize(
    ("place", "answer", "said"),
    [
        ("motto", "两\n行", "只能填一行文字"),
        ("motto", 1, "应为文字"),
        ("spreads", "是", "应为“是”或“否”"),
        ("budget", "很多", "应为数字"),
        ("budget", 1e13, "不得大于"),
        ("first_met_on", "昨天", "应为日期"),
        ("stage", "解散", "应为下列之一：筹备、已签约、已运行；现为“解散”"),
        ("trades", ["机械", "农业"], "应为下列之一：机械、化工、软件（含嵌入式）；现为“农业”"),
        ("trades", ["机械"] * 4, "不得超过 3 项"),
        ("sponsors", [""], "应为文字"),
        ("sharing", "长" * 10_001, "不得超过 10000 个字"),
    ],
)
def test_an_answer_of_another_kind_is_named(
    call: Call, place: str, answer: object, said: str
) -> None:
    (problem,) = drafts.read(json.dumps({"alliance": {place: answer}}), call).problems
    assert problem.pointer.startswith(f"/alliance/{place}")
    assert said in problem.message


def test_answers_to_another_call_are_kept_and_named(call: Call) -> None:
    text = json.dumps(
        {
            "notice": SHANXI.id,
            "alliance": {"name": "联盟", "chains": ["氢能"]},
            "lead": {"name": "甲", "high_tech": 3, "credit": {"good_standing": True}},
            "partners": [{"name": "丙"}],
        }
    )
    found = drafts.read(text, call)
    assert found.problems == ()
    assert found.application.lead.name == "甲"
    assert {it.pointer: it.label for it in found.left_aside} == {
        "/alliance/chains": "联盟基本情况 › 所属重点产业链",
        "/lead/high_tech": "牵头单位 › 是否高新技术企业",
        "/lead/credit": "牵头单位 › 诚信状况",
        "/partners": "合作单位",
    }
    assert all("不问" in it.message for it in found.left_aside)
    own = {"draft_version": drafts.VERSION, "fingerprint": fingerprint(call)}
    assert found.draft == own | json.loads(text)
    (misspelt,) = drafts.read('{"lead": {"nmae": "甲"}}', call).problems
    assert misspelt.pointer == "/lead/nmae"


def test_the_schema_says_what_is_asked(call: Call) -> None:
    found = drafts.schema(call)
    alliance = found["$defs"]["Alliance"]["properties"]
    assert list(alliance) == ["demand", "name", *OF_ALLIANCE, "members_listed"]
    assert alliance["demand"]["title"] == "为什么要组建"
    assert alliance["demand"]["examples"] == ["本地缺检测能力。"]
    assert alliance["motto"] | {"anyOf": None} == {
        "anyOf": None,
        "clause": "一",
        "default": None,
        "description": "一句话。",
        "examples": ["同心同德"],
        "title": "宗旨",
    }
    assert alliance["stage"]["enum"] == ["筹备", "已签约", "已运行", None]
    assert "partners" not in found["properties"]


def test_the_form_asks_what_is_listed(call: Call) -> None:
    html = render(call, ADDRESSES)
    asked_in = re.findall(r'data-question="([^"]+)"', html)
    assert set(asked_in) == {
        place.replace("/members/0/", "/members/-/")
        for place in asked(drafts.read(json.dumps(DRAFT), call).application).answers
    } - {"/notice"}
    assert [place for place in asked_in if place.startswith("/alliance/")] == [
        f"/alliance/{name}" for name in ("demand", "name", *OF_ALLIANCE, "members_listed")
    ]
    for words in ("宗旨", "一句话。", "同心同德", "软件（含嵌入式）", "（万元）", "有", "所处阶段"):
        assert words in html
    assert 'type="checkbox" name="/alliance/trades" value="机械"' in html
    assert 'type="radio" name="/alliance/spreads" value="true"' in html
    assert 'id="/alliance/stage" name="/alliance/stage" data-type="string"' in html
    assert 'name="/alliance/budget" data-type="number"' in html


def test_a_question_of_its_own_may_be_called_as_one_elsewhere() -> None:
    entry = '[unit] # 牵头单位、成员单位都有的\ntowns = { kind = "names", title = "服务的镇" }'
    texts = spoiled("[unit] # 牵头单位、成员单位都有的", entry, "questions.toml")
    html = render(parse(texts), ADDRESSES)
    assert 'id="/lead/towns" name="/lead/towns" data-type="strings"' in html
    assert 'type="checkbox" name="/lead/towns"' not in html
    assert 'type="checkbox" name="/alliance/towns"' in html


def test_the_pre_check_asks_what_is_listed(call: Call) -> None:
    html = render_pre_check(call, ADDRESSES)
    assert re.findall(r'data-question="([^"]+)"', html) == [
        "/submission/planned_on", "/location/province",
    ]  # fmt: skip
    assert "哪天送" in html
    given = '{"location": {"province": "山西省"}, "submission": {"planned_on": "2023-08-08"}}'
    answers = precheck.read(given, call).answers
    for turned in (precheck.as_application, precheck.as_draft):
        application = turned(answers, call)
        assert type(application) is asked_by(call)
        assert application.lead.province == "山西省"
        assert check(application, call).findings


def test_members_go_out_to_a_spreadsheet_and_back(call: Call, received: drafts.Received) -> None:
    content = members_template(call, received.application.members)
    book = openpyxl.load_workbook(io.BytesIO(content))
    heading = [cell.value for cell in book["成员单位"][1]]
    assert heading == [
        "单位全称", "代码", "住所所在省份", "联系电话", "承诺事项", "承担的工作", "是否同意公开",
        "出资", "决定日期", "规模", "专长", "派出专家", "所在区",
    ]  # fmt: skip
    told = import_xlsx(content, call)
    assert (told.problems, told.notes) == ((), ())
    assert told.members == (MEMBER,)
    merged = merge(told, [MEMBER | {"share": 10.0, "fields": []}], call, replace=False)
    assert (merged.members, merged.updated) == ([MEMBER], 1)
    helped = [row for row in book["填写说明"].iter_rows(values_only=True) if row[0] == "派出专家"]
    assert helped[0][1] == "二"


def test_members_are_pasted(call: Call) -> None:
    told = import_pasted(
        "单位全称\t出资\t专长\t派出专家\t是否同意公开\t所在区\n"
        "甲\t１，２００．５\t材料; 工艺\t王一；李二\t否\t东区\n乙\t若干\t酿造\t\t\t南区\n",
        call,
    )
    assert told.members[0] == {
        "name": "甲", "share": 1200.5, "fields": ["材料", "工艺"], "experts": ["王一", "李二"],
        "willing": False, "district": "东区",
    }  # fmt: skip
    assert {(it.row, it.column): it.message for it in told.problems} == {
        (3, "出资"): "应为数字",
        (3, "专长"): "不在可选内容之内；应为：材料、工艺",
        (3, "所在区"): "不在可选内容之内；应为：东区、西区",
    }


def test_rules_read_the_calls_own_questions(call: Call, received: drafts.Received) -> None:
    found = {it.rule: it for it in check(received.application, call).findings}
    assert {rule: it.status for rule, it in found.items()} == {
        "A1": Status.REVIEW, "A2": Status.MET, "A3": Status.MET, "A4": Status.MET,
    }  # fmt: skip
    assert found["A2"].message == (
        "有推广计划，宗旨是“同心”，发起人为甲公司、乙大学（东校区、西校区）。"
    )
    report = check(asked_by(call)(), call)
    assert report.counts[Status.MISSING] == len(report.findings) == 4
    assert set(report.findings[1].settles) == {
        "/alliance/spreads", "/alliance/motto", "/alliance/sponsors",
    }  # fmt: skip
    sections = progress(asked(asked_by(call)()), report)
    assert [it.pointer for it in sections] == [
        "/submission", "/alliance", "/agreement", "/members", "/lead",
    ]  # fmt: skip


def test_placeholders_of_documents_are_the_calls_questions(
    call: Call, received: drafts.Received
) -> None:
    document = paragraphs(
        "{{ alliance.motto }}，{{ alliance.budget }}，{{ alliance.trades|join('和') }}",
        "{%p for unit in units %}", "{{ unit.name }}：{{ unit.pledge }}", "{%p endfor %}",
    )  # fmt: skip
    filled = {
        "全部填写": build(answered(asked_by(call)), call, None),
        "一份草稿": build(received.application, call, None),
    }
    check_source(document, filled)
    parts = template_of(compiled(document, "key"), environment()).fill(filled["一份草稿"])
    body = next(text for name, text in parts.items() if name == "word/document.xml").decode()
    for words in ("同心", "1234.5", "机械和软件（含嵌入式）", "甲公司：", "乙大学：", "按期出资"):
        assert words in body
    for wrong in ("{{ lead.high_tech }}", "{{ partners }}", "{{ lead.motto }}"):
        with pytest.raises(TemplateError, match="没有名为"):
            check_source(paragraphs("封面", wrong), filled)


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """The made-up call as one of those that are known."""
    monkeypatch.setattr(import_module("validator.calls.load"), "_brought", {})
    made_up(tmp_path / "made_up_2024")
    return bring(Folder(lambda: tmp_path / "made_up_2024"))


def test_the_terminal_checks_a_draft_of_the_call(
    published: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "draft.json"
    file.write_text(json.dumps({**DRAFT, "notice": published.id, "partners": []}), "utf-8")
    assert cli.main(["check", str(file)]) == 0
    told = capsys.readouterr()
    assert "有推广计划，宗旨是“同心”" in told.out
    assert "召集单位" not in told.err
    assert "1 项这份通知不问，保留在草稿里，不计入核验和材料：合作单位。" in told.err
    answers = json.loads(file.read_text("utf-8"))
    del answers["alliance"]["motto"]
    file.write_text(json.dumps(answers), "utf-8")
    assert cli.main(["check", str(file)]) == 3
    assert "待填：联合体 › 宗旨" in capsys.readouterr().out
