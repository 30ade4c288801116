"""What holds for every attachment, with whatever people answer."""

import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator
from parity.documents import everything

from validator import __version__
from validator.application import Application
from validator.attachments import available, documents, fill, opened
from validator.attachments.catalogue import attachment
from validator.calls import Attachment, load
from validator.drafts import declared
from validator.example import example
from validator.fingerprint import fingerprint

CALL = load("shanxi_alliance_2023")
ON = date(2023, 8, 8)
TYPED = "{{7*7}}{% if %}<w:p/>&amp;\x00\x07\ufffe😀\u202e倒\u202c"
SHOWN = "{{7*7}}{% if %}<w:p/>&amp;😀\u202e倒\u202c"
LINES = "一\r\n二\t三\r" + "长" * 9_000
NAME = "山西省" + "长名" * 95 + "联盟"
APPLICATIONS = {
    "empty": Application(),
    "minimal": example(CALL, minimal=True),
    "one": example(CALL, members=0),
    "ten": example(CALL, members=9),
    "thirty": example(CALL, members=29),
}

every_document = pytest.mark.parametrize("known", documents(CALL), ids=lambda known: known.name)


def _hostile() -> Application:
    given = {
        "alliance": {"name": TYPED, "narrative": {"goals": LINES, "background": LINES}},
        "lead": {"name": TYPED},
        "members": ({"name": NAME, "task": TYPED, "rights": LINES},),
        "organs": {"council": {"people": ({"name": TYPED, "unit": NAME},)}},
        "submission": {"recommender": TYPED},
    }
    return Application.model_validate(given)


def _faults(document: bytes, folder: Path) -> list[object]:
    file = folder / "filled.docx"
    file.write_bytes(document)
    return OpenXmlValidator().validate(file).errors


@every_document
@pytest.mark.parametrize("application", APPLICATIONS.values(), ids=APPLICATIONS.keys())
def test_opens_cleanly_and_is_reproducible(
    known: Attachment, application: Application, tmp_path: Path
) -> None:
    first = fill(known.name, declared(application), CALL, ON)
    assert first == fill(known.name, declared(application), CALL, ON)
    assert _faults(first, tmp_path) == []
    text = everything(first)
    assert "None" not in text
    assert "{{" not in text


@every_document
def test_hostile_answers_are_written_as_typed(known: Attachment, tmp_path: Path) -> None:
    filled = fill(known.name, declared(_hostile()), CALL, ON)
    assert _faults(filled, tmp_path) == []
    assert SHOWN in everything(filled)


@every_document
def test_comes_back_with_its_draft_and_no_false_alarm(known: Attachment) -> None:
    application = APPLICATIONS["ten"]
    day = application.submission.planned_on
    back = opened(fill(known.name, declared(application), CALL, day), CALL)
    assert back.intact
    assert back.edits == ()


@pytest.mark.parametrize("name", ["application_form", "agreement", "feasibility_report"])
def test_long_answers_are_not_cut(name: str) -> None:
    text = everything(fill(name, declared(_hostile()), CALL, ON))
    assert "长" * 9_000 in text
    assert NAME in text


@every_document
@pytest.mark.parametrize(
    ("on", "said"),
    [
        (ON, "核验日期 2023年8月8日。"),
        (None, f"（指纹 {fingerprint(CALL)}，程序版本 {__version__}）生成。"),
    ],
)
def test_says_what_it_was_made_with_and_whose_layout_it_is(
    known: Attachment, on: date | None, said: str
) -> None:
    section = Document(io.BytesIO(fill(known.name, declared(Application()), CALL, on))).sections[0]
    first = "".join(paragraph.text for paragraph in section.first_page_footer.paragraphs)
    others = "".join(paragraph.text for paragraph in section.footer.paragraphs)
    assert CALL.title in first
    assert CALL.id in first
    assert said in first
    assert known.official or ("非官方" in first and "非官方" in others)


@every_document
def test_is_chinese_a4_printed_on_both_sides(known: Attachment) -> None:
    word = Document(io.BytesIO(fill(known.name, declared(Application()), CALL, ON)))
    sizes = {
        tuple(sorted((round(s.page_width.mm), round(s.page_height.mm)))) for s in word.sections
    }
    assert sizes == {(210, 297)}
    assert word.settings.odd_and_even_pages_header_footer
    assert word.core_properties.language == "zh-CN"


def test_the_catalogue_agrees_with_the_notice() -> None:
    titles = {material.position: material.title for material in CALL.materials}
    for name in ("application_form", "agreement", "feasibility_report", "charter"):
        assert attachment(CALL, name).title == titles[attachment(CALL, name).position]
    assert {known.position for known in available(CALL)} <= {c.position for c in CALL.clauses}


def test_documents_stand_in_the_order_in_which_they_are_bound() -> None:
    order = [material.position for material in CALL.materials]
    asked = [known.position for known in available(CALL) if known.position in order]
    assert asked == sorted(asked, key=order.index)
    assert [known.name for known in available(CALL)][:2] == ["cover", "contents"]
