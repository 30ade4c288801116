"""封面、目录、章程、论证报告: what the notice wants in them."""

import io
from datetime import date

from docx import Document
from parity.documents import everything, texts

from validator.application import Application
from validator.attachments import fill
from validator.calls import load
from validator.drafts import declared
from validator.example import example

CALL = load("shanxi_alliance_2023")
EXAMPLE = example(CALL)
MECHANISMS = (
    "决策机制", "咨询机制", "执行机制", "对外责任主体", "筹集和使用的长效机制", "内部管理办法",
    "内部监督", "政府资助经费", "委托管理", "知识产权", "清算",
)  # fmt: skip
HEADINGS = (
    "第一部分　必要性论证",
    "一、产业概况与山西需求",
    "二、国内外技术现状与差距",
    "三、组建联盟的必要性",
    "第二部分　可行性论证",
    "四、目标与任务",
    "五、成员构成与优势互补",
    "六、组织与运行机制",
    "七、经费筹措",
    "八、知识产权与利益机制",
    "九、可行性分析",
    "十、风险与对策",
    "十一、预期效益",
    "十二、结论与专家论证意见",
)


def _filled(name: str, application: Application) -> bytes:
    return fill(name, declared(application), CALL, date(2023, 8, 8))


def test_the_cover_names_who_applies_and_where_to_seal() -> None:
    (table,) = Document(io.BytesIO(_filled("cover", EXAMPLE))).tables
    rows = [[cell.text.strip() for cell in row.cells] for row in table.rows]
    assert rows == [
        ["联盟名称：", EXAMPLE.alliance.name, ""],
        ["牵头单位：", EXAMPLE.lead.name, "（盖章）"],
        ["组织推荐单位：", EXAMPLE.submission.recommender, "（盖章）"],
    ]


def test_the_contents_list_the_materials_in_order_with_room_for_page_numbers() -> None:
    (table,) = Document(io.BytesIO(_filled("contents", Application()))).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    wanted = [
        [str(n), material.title, material.position, ""]
        for n, material in enumerate(CALL.materials, 1)
    ]
    assert rows == wanted


def test_the_charter_sets_up_every_mechanism_that_the_notice_names() -> None:
    text = everything(_filled("charter", Application()))
    assert [name for name in MECHANISMS if name not in text] == []


def test_the_charter_takes_over_what_was_answered() -> None:
    text = everything(_filled("charter", EXAMPLE))
    answers = (EXAMPLE.alliance.liability_subject, EXAMPLE.organs.office.address)
    assert all(answer in text for answer in (*answers, EXAMPLE.funding.rules_name))
    assert "☑委托常设执行机构的依托单位管理" in text


def test_the_report_argues_need_and_feasibility_under_its_headings() -> None:
    found = [text for text in texts(_filled("feasibility_report", EXAMPLE)) if text in HEADINGS]
    assert tuple(found) == HEADINGS


def test_the_report_asks_only_for_what_was_not_answered() -> None:
    narrative = EXAMPLE.alliance.narrative
    empty = everything(_filled("feasibility_report", Application()))
    answered = everything(_filled("feasibility_report", EXAMPLE))
    assert "【请写：为什么需要组建联盟" in empty
    assert "【请写：为什么需要组建联盟" not in answered
    assert narrative.background in answered
    assert all("【请写：如何同步推进产业转型和数字转型" in text for text in (empty, answered))
