"""The public face: real applications into the real form."""

import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table
from openxml_audit import OpenXmlValidator
from parity.documents import everything

from validator.application import Application
from validator.attachments import AttachmentError, available, fill, store
from validator.example import example
from validator.notices import load

NOTICE = load("shanxi_alliance_2023")
ON = date(2023, 8, 8)
NASTY = "{{7*7}}{% if %}<w:p/>&amp;\x00\x07\ufffe😀\u202e倒\u202c"
APPLICATIONS = {
    "empty": Application(),
    "minimal": example(NOTICE, minimal=True),
    "one": example(NOTICE, members=0),
    "ten": example(NOTICE, members=9),
    "thirty": example(NOTICE, members=29),
}


def _form(application: Application, on: date | None = ON) -> bytes:
    return fill("application_form", application, NOTICE, on)


def _table(form: bytes, heading: str, column: int) -> Table:
    tables = Document(io.BytesIO(form)).tables
    return next(
        t for t in tables if heading in [c.text for c in t.rows[0].cells[column : column + 1]]
    )


def _nasty() -> Application:
    given = {
        "alliance": {"name": NASTY, "narrative": {"goals": "一\r\n二\t三\r" + "长" * 9_000}},
        "lead": {"name": NASTY},
        "members": ({"name": NASTY, "task": NASTY},),
        "submission": {"recommender": NASTY},
    }
    return Application.model_validate(given)


@pytest.mark.parametrize("application", APPLICATIONS.values(), ids=APPLICATIONS.keys())
def test_opens_cleanly_and_is_reproducible(application: Application, tmp_path: Path) -> None:
    first = _form(application)
    assert first == _form(application)
    file = tmp_path / "form.docx"
    file.write_bytes(first)
    assert OpenXmlValidator().validate(file).errors == []
    text = everything(first)
    assert "None" not in text
    assert "{{" not in text


def test_hostile_answers_are_written_as_typed(tmp_path: Path) -> None:
    filled = _form(_nasty())
    file = tmp_path / "form.docx"
    file.write_bytes(filled)
    assert OpenXmlValidator().validate(file).errors == []
    shown = "{{7*7}}{% if %}<w:p/>&amp;😀\u202e倒\u202c"
    text = everything(filled)
    assert text.count(shown) > 5
    assert "长" * 9_000 in text


def test_every_member_has_its_row_and_its_code_stays_in_one_piece() -> None:
    application = APPLICATIONS["thirty"]
    members = _table(_form(application), "统一社会信用代码", column=2)
    codes = [row.cells[2].text for row in members.rows[1:]]
    assert codes == [unit.uscc for _, unit in application.units]


def test_figures_are_those_of_the_years_the_notice_asks_for() -> None:
    figures = _table(_form(APPLICATIONS["minimal"]), "项目", column=0)
    assert [cell.text for cell in figures.rows[0].cells[1:]] == ["2020年", "2021年", "2022年"]
    assert {cell.text for row in figures.rows[1:] for cell in row.cells[1:]} == {""}


def test_answers_hidden_by_an_earlier_answer_do_not_reach_paper() -> None:
    lead = {"high_tech": False, "high_tech_certificate": "GR202114000001"}
    filled = _form(Application.model_validate({"lead": lead}))
    assert "GR202114000001" not in everything(filled)


@pytest.mark.parametrize(
    ("on", "said"), [(ON, "核验日期 2023年8月8日。"), (None, "（程序版本 0.1.0）生成。")]
)
def test_the_form_says_what_it_was_made_with(on: date | None, said: str) -> None:
    cover = Document(io.BytesIO(_form(Application(), on))).sections[0].first_page_footer
    line = "".join(paragraph.text for paragraph in cover.paragraphs)
    assert NOTICE.title in line
    assert NOTICE.id in line
    assert said in line
    assert "版式系依据通知重构，非官方附件1原表；以官方文件为准" in line


def test_unknown_and_uncompiled_attachments_are_refused_in_words() -> None:
    with pytest.raises(AttachmentError, match="没有名为“x”的附件"):
        fill("x", Application(), NOTICE, ON)
    with pytest.raises(AttachmentError, match="make site"):
        store.template("x")


def test_the_catalogue_agrees_with_the_notice() -> None:
    titles = {material.position: material.title for material in NOTICE.materials}
    assert {known.position: known.title for known in available()}.items() <= titles.items()
    assert all(known.title in known.file_name for known in available())
