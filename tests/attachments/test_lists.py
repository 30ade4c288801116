"""人员名单、运行情况、证明材料清单、诚信声明、承诺书、装订报送清单、载体标签."""

import io
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.table import Table
from parity.documents import everything

from validator.application import Application
from validator.attachments import fill
from validator.calls import load
from validator.drafts import declared
from validator.example import example

CALL = load("shanxi_alliance_2023")
EXAMPLE = example(CALL)
THIRTY = example(CALL, members=29)


def _filled(name: str, application: Application) -> bytes:
    return fill(name, declared(application), CALL, date(2023, 8, 8))


def _tables(name: str, application: Application) -> list[Table]:
    return Document(io.BytesIO(_filled(name, application))).tables


def _column(table: Table, column: int) -> list[str]:
    return [row.cells[column].text for row in table.rows[1:]]


def _told(name: str, given: dict[str, Any]) -> str:
    return everything(_filled(name, Application.model_validate(given)))


def test_each_list_of_people_names_everybody_or_leaves_rows_to_fill_in() -> None:
    bodies = (EXAMPLE.organs.council, EXAMPLE.organs.committee, EXAMPLE.organs.office)
    for table, body in zip(_tables("people_lists", EXAMPLE), bodies, strict=True):
        assert _column(table, 1) == [person.name for person in body.people]
    for table in _tables("people_lists", Application()):
        assert _column(table, 1) == [""] * 10


def test_each_list_of_people_begins_a_page_and_lies_crosswise() -> None:
    word = Document(io.BytesIO(_filled("people_lists", EXAMPLE)))
    (section,) = word.sections
    assert section.page_width > section.page_height
    titles = [p for p in word.paragraphs if p.style.name == "文件标题"]
    starts = [bool(p.paragraph_format.page_break_before) for p in titles]
    assert starts == [False, True, True]


def test_operating_records_stand_by_date_and_the_undated_last() -> None:
    days = (date(2023, 4, 1), None, date(2022, 9, 16))
    operation = {"records": tuple({"held_on": day, "title": "例会"} for day in days)}
    records = _tables("operation_statement", Application.model_validate({"operation": operation}))
    assert _column(records[1], 1) == ["2022年9月16日", "2023年4月1日", ""]


def test_every_start_candidate_is_stated() -> None:
    (starts, *_) = _tables("operation_statement", EXAMPLE)
    assert _column(starts, 0) == ["协议生效日", "章程通过日", "成立大会", "首次理事会"]
    assert _column(starts, 1) == ["2022年3月18日", "2022年4月8日", "2022年4月8日", "2022年5月12日"]


def test_every_unit_has_its_certificate_and_the_old_code_is_answered() -> None:
    (units, *_) = _tables("evidence_checklist", THIRTY)
    assert [text.split("\n")[1] for text in _column(units, 1)] == [u.uscc for _, u in THIRTY.units]
    materials = _column(units, 2)
    assert materials[0].startswith("☑ 营业执照\n")
    assert materials[1].startswith("☑ 事业单位法人证书\n")
    replaced = "组织机构代码证：已由统一社会信用代码替代（2015年10月1日起）"
    assert all(replaced in text and "☑2020年 ☑2021年 ☑2022年" in text for text in materials)


@pytest.mark.parametrize("years", [(2020,), (2021, 2022), None])
def test_only_years_with_papers_are_ticked(years: tuple[int, ...] | None) -> None:
    given = {"lead": {"evidence": {"business_years": years}}, "members": ({},)}
    (units, *_) = _tables("evidence_checklist", Application.model_validate(given))
    ticked = [year for year in (2020, 2021, 2022) if f"☑{year}年" in _column(units, 2)[0]]
    assert ticked == list(years or ())


def test_a_group_without_entries_gives_its_reason_or_rows_to_fill_in() -> None:
    told = _told("evidence_checklist", {"evidence": {"projects_none": "成立不久"}})
    assert "无。原因：成立不久" in told
    assert "项目名称" not in told
    assert "成果名称" in told


def test_every_unit_makes_one_credit_statement_on_a_page_of_its_own() -> None:
    word = Document(io.BytesIO(_filled("credit_statements", THIRTY)))
    heads = [table for table in word.tables if table.rows[0].cells[0].text == "联盟名称"]
    assert [table.rows[1].cells[1].text for table in heads] == [u.name for _, u in THIRTY.units]
    titles = [p for p in word.paragraphs if p.style.name == "分页标题"]
    assert len(titles) == len(heads)
    assert titles[0].style.paragraph_format.page_break_before
    assert everything(_filled("credit_statements", THIRTY)).count("自述，未联网核验") == len(heads)


def test_a_declared_record_is_written_and_not_denied() -> None:
    credit = {
        "has_misconduct": True,
        "misconduct": ({"conduct": "某行为", "ends_on": date(2021, 1, 2)},),
    }
    told = _told("credit_statements", {"lead": {"credit": credit}})
    assert "某行为" in told
    assert "2021年1月2日" in told
    assert "☑有　☐无" in told
    assert "☐有　☑无" not in told


def test_the_binding_checklist_ticks_only_what_meets_the_notice() -> None:
    def ticks(application: Application) -> list[str]:
        tables = _tables("binding_checklist", application)[:4]
        return [text for table in tables for text in _column(table, 3)]

    by_hand = 3  # 电子版内容、证照复印件、骑缝章: nobody is asked about these
    assert ticks(EXAMPLE).count("☐") == by_hand
    assert "☑" not in ticks(Application())
    few = EXAMPLE.submission.model_copy(update={"copies": 5, "medium_label": "另一联盟"})
    assert ticks(EXAMPLE.model_copy(update={"submission": few})).count("☐") == by_hand + 2


def test_the_binding_checklist_says_that_the_address_may_have_changed() -> None:
    told = everything(_filled("binding_checklist", Application()))
    assert CALL.contact.address in told
    assert "2023 年通知所载，可能已变更" in told
    assert "2023年8月7日至2023年8月11日" in told


def test_the_label_names_the_alliance_on_disc_and_cards() -> None:
    assert everything(_filled("media_label", EXAMPLE)).count(EXAMPLE.alliance.name) == 5


def test_the_commitment_names_lead_and_alliance() -> None:
    (names,) = _tables("truthfulness_commitment", EXAMPLE)
    stated = [row.cells[1].text for row in names.rows]
    assert stated == [EXAMPLE.alliance.name, EXAMPLE.lead.name]
