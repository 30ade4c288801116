"""协议书: every unit stands in every table, and signs in a block of its own."""

import io
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Row
from parity.documents import everything

from validator.application import Application
from validator.attachments import fill
from validator.calls import load
from validator.drafts import declared
from validator.example import example

CALL = load("shanxi_alliance_2023")
EXAMPLE = example(CALL, members=29)
UNITS = [unit for _, unit in EXAMPLE.units]


def _filled(application: Application) -> bytes:
    return fill("agreement", declared(application), CALL, date(2023, 8, 8))


def _table(application: Application, heading: str) -> Table:
    tables = Document(io.BytesIO(_filled(application))).tables
    return next(t for t in tables if any(heading in cell.text for cell in t.rows[0].cells))


def _rows(application: Application, heading: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in _table(application, heading).rows[1:]]


def test_every_unit_is_a_party_with_its_code_and_representative() -> None:
    parties = [(row[2], row[4]) for row in _rows(EXAMPLE, "法定代表人")]
    assert parties == [(unit.uscc, unit.legal_representative) for unit in UNITS]


def test_every_unit_has_its_task_rights_and_duties() -> None:
    shares = [row[2:] for row in _rows(EXAMPLE, "义务")]
    assert shares == [[unit.task, unit.rights, unit.duties] for unit in UNITS]


@pytest.mark.parametrize(("application", "blocks"), [(EXAMPLE, 30), (Application(), 10)])
def test_every_unit_signs_in_one_block_that_no_page_splits(
    application: Application, blocks: int
) -> None:
    heading, *rows = _table(application, "签署页").rows
    assert _has(heading, "w:tblHeader")
    assert len(rows) == blocks
    for row in rows:
        assert _has(row, "w:cantSplit")
        for mark in ("单位全称", "统一社会信用代码", "（盖章）", "法定代表人（签字）", "日期"):
            assert mark in "".join(cell.text for cell in row.cells)


def test_signature_dates_are_left_for_those_who_sign() -> None:
    words = "".join(cell.text for cell in _table(EXAMPLE, "签署页").rows[1].cells)
    assert "2022" not in words.replace(UNITS[0].uscc, "")


def test_names_and_codes_on_the_signature_page_are_those_of_the_parties() -> None:
    rows = _table(EXAMPLE, "签署页").rows[1:]
    for unit, row in zip(UNITS, rows, strict=True):
        assert f"单位全称：{unit.name}\n统一社会信用代码：{unit.uscc}\n" in row.cells[0].text


def test_unanswered_text_asks_to_be_written_and_an_answer_takes_its_place() -> None:
    wanted = "【请写：联盟的总体目标"
    assert wanted in everything(_filled(Application()))
    answered = everything(_filled(EXAMPLE))
    assert wanted not in answered
    assert EXAMPLE.agreement.goals in answered


def _has(row: _Row, mark: str) -> bool:
    return row._tr.find(f".//{qn(mark)}") is not None  # noqa: SLF001 - python-docx has no public way
