"""The public face: real applications into the real form."""

import io
from datetime import date

import pytest
from docx import Document
from docx.table import Table
from parity.documents import everything

from validator.application import Application
from validator.attachments import DocumentError, fill, store
from validator.calls import load
from validator.drafts import declared
from validator.example import example

CALL = load("shanxi_alliance_2023")
ON = date(2023, 8, 8)
THIRTY = example(CALL, members=29)
MINIMAL = example(CALL, minimal=True)


def _form(application: Application) -> bytes:
    return fill("application_form", declared(application), CALL, ON)


def _table(form: bytes, heading: str, column: int) -> Table:
    tables = Document(io.BytesIO(form)).tables
    return next(
        t for t in tables if heading in [c.text for c in t.rows[0].cells[column : column + 1]]
    )


def test_every_member_has_its_row_and_its_code_stays_in_one_piece() -> None:
    members = _table(_form(THIRTY), "统一社会信用代码", column=2)
    codes = [row.cells[2].text for row in members.rows[1:]]
    assert codes == [unit.uscc for _, unit in THIRTY.units]


def test_figures_are_those_of_the_years_the_notice_asks_for() -> None:
    figures = _table(_form(MINIMAL), "项目", column=0)
    assert [cell.text for cell in figures.rows[0].cells[1:]] == ["2020年", "2021年", "2022年"]
    assert {cell.text for row in figures.rows[1:] for cell in row.cells[1:]} == {""}


def test_answers_hidden_by_an_earlier_answer_do_not_reach_paper() -> None:
    lead = {"high_tech": False, "high_tech_certificate": "GR202114000001"}
    filled = _form(Application.model_validate({"lead": lead}))
    assert "GR202114000001" not in everything(filled)


def test_unknown_and_uncompiled_attachments_are_refused_in_words() -> None:
    with pytest.raises(DocumentError, match="没有名为“x”的附件"):
        fill("x", declared(Application()), CALL, ON)
    with pytest.raises(DocumentError, match="make site"):
        store.template(CALL, "x")
