"""The 汇总表: one row per alliance, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import openpyxl
import pytest

from validator import drafts
from validator.application import Application
from validator.calls import Call, load
from validator.example import example
from validator.tables import members_template, summary_csv, summary_xlsx

FORMULAS = ["=1+1", "=cmd|'/C calc'!A0", "+1", "-1", "@SUM(1)", "{=1}", "https://example.com/a"]


@pytest.fixture(scope="module")
def call() -> Call:
    return load("shanxi_alliance_2023")


def named(application: Application, text: str) -> Application:
    """The application with a hostile text wherever the 汇总表 shows one."""
    answers = json.loads(drafts.save(application))
    answers["alliance"] |= {"name": text, "other_field": text, "chains": [text]}
    for unit in (answers["lead"], *answers["members"]):
        unit |= {"name": text, "contact": text, "phone": text, "task": text}
    answers["submission"]["recommender"] = text
    return drafts.read(json.dumps(answers)).application


def test_a_row_per_alliance_with_its_figures(call: Call) -> None:
    book = summary_xlsx([example(call), example(call, members=29)], call)
    rows = list(openpyxl.load_workbook(io.BytesIO(book)).active.iter_rows(values_only=True))
    assert rows[3][:7] == (
        "1",
        "山西省示例氢能产业技术创新战略联盟",
        "氢能",
        "太原示例氢能装备有限公司",
        "民营、规模以上、高新技术企业",
        "11",
        "12",
    )
    assert (rows[4][0], rows[4][6]) == ("2", "30")
    assert "版式系重构" in rows[5][0]


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_typed_becomes_a_formula_or_a_link(call: Call, text: str) -> None:
    hostile = named(example(call), text)
    for book in (summary_xlsx([hostile], call), members_template(call, hostile.members)):
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            sheets = [archive.read(n) for n in archive.namelist() if n.startswith("xl/worksheets")]
        assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


@pytest.mark.parametrize("text", FORMULAS[:5])
def test_csv_cells_are_inert(call: Call, text: str) -> None:
    table = summary_csv([named(example(call), text)])
    assert table.startswith("\ufeff")
    row = list(csv.reader(io.StringIO(table[1:])))[1]
    assert f"'{text}" in row


def test_what_xml_cannot_hold_is_cleaned(call: Call) -> None:
    book = summary_xlsx([named(example(call), "甲\x01乙\ufffe")], call)
    cells = openpyxl.load_workbook(io.BytesIO(book)).active
    assert cells["B4"].value == "甲乙"


def test_the_same_applications_give_the_same_bytes(call: Call) -> None:
    one, two = (summary_xlsx([example(call)], call) for _ in range(2))
    assert one == two
