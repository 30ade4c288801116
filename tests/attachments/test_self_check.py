"""The report in Word: whole, kept out of the submission, and opened again without false alarm."""

import io
import json
from datetime import date

import pytest
from docx import Document
from parity.documents import everything

from validator import drafts
from validator.application import Application
from validator.attachments import (
    REPORT,
    DocumentError,
    available,
    documents,
    fill,
    opened,
    report_name,
)
from validator.attachments.preview import preview
from validator.calls import load
from validator.check import check
from validator.drafts import declared
from validator.example import example
from validator.fingerprint import fingerprint
from validator.report import Status
from validator.word.package import pack, unpack

CALL = load("shanxi_alliance_2023")
COMPLETE = example(CALL)
DAY = COMPLETE.submission.planned_on
LATE = date(2023, 8, 12)
WRONG = json.dumps({"alliance": {"name": "联盟"}, "lead": {"uscc": "91140100MA0000007"}})


def words(document: bytes) -> str:
    return everything(document).replace("\n", "")


@pytest.mark.parametrize("application", [Application(), COMPLETE], ids=["empty", "complete"])
@pytest.mark.parametrize("on", [DAY, LATE])
def test_every_finding_stands_in_it_whole(application: Application, on: date) -> None:
    text = words(fill(REPORT, declared(application), CALL, on))
    report = check(application, CALL, on)
    assert report.summary in text
    for one in report.findings:
        for part in (one.title, one.quote, one.message, one.advice, one.basis.label):
            assert one.status is Status.MISSING or "".join(part.split("\n")) in text, part
        for number in filter(None, one.reading.split("、")):
            assert f"读法 {number}：{CALL.readings[number]}" in text


def test_every_rule_has_one_row() -> None:
    tables = Document(io.BytesIO(fill(REPORT, declared(COMPLETE), CALL, LATE))).tables
    cells = [row.cells[0].text.split("\n") for table in tables[1:] for row in table.rows[1:]]
    rules = [lines[1] for lines in cells]
    assert sorted(rules) == sorted(one.rule for one in check(COMPLETE, CALL).findings)


def test_heads_repeat_and_rows_stay_whole() -> None:
    tables = Document(io.BytesIO(fill(REPORT, declared(COMPLETE), CALL, DAY))).tables[1:]
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in tables)  # noqa: SLF001
    assert all("w:cantSplit" in row._tr.xml for t in tables for row in t.rows)  # noqa: SLF001


def test_says_on_its_face_that_it_is_not_official() -> None:
    text = words(fill(REPORT, declared(Application()), CALL, None))
    assert text.startswith("自查报告由申报单位自行核验生成，不是受理部门的结论")


def test_it_is_a_document_but_not_handed_in() -> None:
    assert REPORT in {known.name for known in documents(CALL)}
    assert REPORT not in {known.name for known in available(CALL)}


def test_it_comes_back_for_the_day_it_was_made_for() -> None:
    back = opened(fill(REPORT, declared(COMPLETE), CALL, LATE), CALL)
    assert back.intact
    assert back.edits == ()
    assert drafts.read(back.draft).application == COMPLETE


def test_answers_that_cannot_be_used_are_told_and_come_back() -> None:
    document = fill(REPORT, drafts.read(WRONG), CALL, None)
    assert "填写有误 1 处" in words(document)
    assert "应为 18 位，现为 17 位" in words(document)
    back = opened(document, CALL)
    own = {"draft_version": drafts.VERSION, "fingerprint": fingerprint(CALL)}
    assert json.loads(back.draft) == own | json.loads(WRONG)
    assert back.edits == ()


def test_a_clean_copy_carries_nothing() -> None:
    clean = fill(REPORT, drafts.read(WRONG), CALL, None, clean=True)
    assert not [name for name in unpack(clean) if name.startswith("customXml")]
    with pytest.raises(DocumentError, match="没有草稿"):
        opened(clean, CALL)


def test_a_day_that_somebody_spoilt_does_no_harm() -> None:
    parts = unpack(fill(REPORT, declared(COMPLETE), CALL, LATE))
    (item,) = (name for name in parts if name.startswith("customXml/item") and "Props" not in name)
    parts[item] = parts[item].replace(b'on="2023-08-12"', b'on="someday"')
    back = opened(pack(parts), CALL)
    assert drafts.read(back.draft).application == COMPLETE
    assert back.edits  # made for another day than it can say


def test_it_is_the_same_every_time() -> None:
    one, two = (fill(REPORT, declared(COMPLETE), CALL, DAY) for _ in range(2))
    assert one == two


def test_its_preview_shows_its_findings() -> None:
    html = preview(fill(REPORT, declared(COMPLETE), CALL, DAY, clean=True))
    assert "核心成员家数" in html
    assert check(COMPLETE, CALL).summary in html


def test_it_is_named_after_the_alliance() -> None:
    assert report_name(COMPLETE) == f"{COMPLETE.alliance.name}-自查报告"
    assert report_name(Application()) == "未命名联盟-自查报告"
