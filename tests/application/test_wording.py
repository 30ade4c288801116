"""A call says which clause asks a question and what is to be written; mistakes are named."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from calls.folder import TEXTS, spoiled
from openpyxl import load_workbook

from validator import precheck
from validator.application import Application, Lead, Member
from validator.application.asked import asked_by
from validator.application.base import Section
from validator.application.listed import kinds, table_of
from validator.application.wording import described, wording
from validator.calls import CallError, load, parse
from validator.tables import members_template

CALL = load("shanxi_alliance_2023")


def test_what_is_said_of_a_unit_holds_for_the_lead_and_for_members() -> None:
    for kind in (Lead, Member):
        assert wording(CALL.questions, kind, "legal_representative").clause == "三（一）4"
    assert wording(CALL.questions, Lead, "phone").clause == ""


def test_what_is_said_of_the_lead_alone_is_not_said_of_members() -> None:
    text = '[lead] # 牵头单位独有的\nlegal_representative = { clause = "三（一）2" }'
    call = parse(spoiled("[lead] # 牵头单位独有的", text, "questions.toml"))
    assert wording(call.questions, Lead, "legal_representative").clause == "三（一）2"
    assert wording(call.questions, Member, "legal_representative").clause == "三（一）4"


def test_the_schema_says_what_the_call_says() -> None:
    text = 'funding = { clause = "三（一）5", help = "请写明来源。", example = "会费" }'
    call = parse(
        spoiled('funding = { clause = "三（一）5" } # 经费筹集与管理', text, "questions.toml")
    )
    said = described(call)["$defs"]["Narrative"]["properties"]["funding"]
    assert said["clause"] == "三（一）5"
    assert said["description"] == "请写明来源。"
    assert said["examples"] == ["会费"]
    plain = Application.model_json_schema()["$defs"]["Narrative"]["properties"]["funding"]
    assert {"clause", "examples"}.isdisjoint(plain)


def test_the_members_template_quotes_the_clause_of_the_call() -> None:
    call = parse(
        spoiled(
            'category = { clause = "三（一）3" }',
            'category = { clause = "三（一）2", help = "照证照写。" }',
            "questions.toml",
        )
    )
    book = load_workbook(BytesIO(members_template(call)))
    told = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    assert any("单位类别" in row and "三（一）2" in row and "照证照写。" in row for row in told)


@pytest.mark.parametrize(
    ("name", "written", "instead", "said"),
    [
        (
            "questions.toml",
            "[alliance] #",
            "[aliance] #",
            "questions.toml 的 aliance：表单没有这一部分",
        ),
        ("questions.toml", "chains = {", "chain = {", "questions.toml 的 alliance.chain："),
        ("precheck.toml", "money = {", "cash = {", "precheck.toml 的 pre_check.cash："),
    ],
)
def test_a_question_that_nobody_asks_is_named(
    name: str, written: str, instead: str, said: str
) -> None:
    call = parse(spoiled(written, instead, name))
    ask = precheck.asked_by if name == "precheck.toml" else asked_by
    with pytest.raises(CallError) as refusal:
        ask(call)
    assert said in str(refusal.value)


@pytest.mark.parametrize("name", ["questions.toml", "precheck.toml"])
def test_the_remark_beside_a_question_is_its_title(name: str) -> None:
    whole = precheck.PreCheck if name == "precheck.toml" else Application
    tables = {
        table_of(base): base
        for kind in kinds(whole).values()
        for base in kind.__mro__
        if issubclass(base, Section)
    }
    table = ""
    for line in TEXTS[name].splitlines():
        if heading := re.match(r"\[(\w+)\]", line):
            table = heading[1]
        elif entry := re.match(r"(\w+) = \{.*\} # (.+)", line):
            assert tables[table].model_fields[entry[1]].title == entry[2], line
