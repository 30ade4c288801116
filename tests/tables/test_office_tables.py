"""Tables as offices keep them: their words and days are taken, and what is no member is named."""

from __future__ import annotations

import books
import pytest

from validator import tables
from validator.calls import load
from validator.tables import Import

CALL = load("shanxi_alliance_2023")


def pasted(*rows: str) -> Import:
    return tables.import_pasted("\n".join(rows), CALL)


def one(heading: str, text: str) -> tuple[dict, tuple[str, ...]]:
    """The answers of one member with a name and one more cell, and what is said of that cell."""
    result = pasted(f"单位全称\t{heading}", f"甲公司\t{text}")
    (member,) = result.members
    return {name: it for name, it in member.items() if name != "name"}, tuple(
        map(str, result.problems)
    )


@pytest.mark.parametrize(
    "written",
    [
        *("2012/3/5", "2012年3月5日", "2012.3.5", "20120305", "2012-3-5", "２０１２-03-05"),
        *("2012 年 3 月 5 日", "2012/3/5 0:00", "2012-03-05 00:00:00"),
    ],
)
def test_a_day_is_taken_as_offices_write_it(written: str) -> None:
    assert one("成立日期", written) == ({"founded_on": "2012-03-05"}, ())


@pytest.mark.parametrize("written", ["2012年3月", "12.3.5", "2012/13/1", "20121301", "3/5/2012"])
def test_what_names_no_day_is_named_as_it_is_written(written: str) -> None:
    answers, (said,) = one("成立日期", written)
    assert answers == {}
    assert f"“{written}”" in said


@pytest.mark.parametrize("written", ["√", "✓", "有", "Y", "yes", "是", "是的", "已"])
def test_a_yes_is_a_yes(written: str) -> None:
    assert one("是否高新技术企业", written) == ({"high_tech": True}, ())


@pytest.mark.parametrize("written", ["×", "无", "没有", "N", "no", "否", "未"])
def test_a_no_is_a_no(written: str) -> None:
    assert one("是否高新技术企业", written) == ({"high_tech": False}, ())


@pytest.mark.parametrize("written", ["有", "无"])
def test_there_is_one_says_nothing_under_a_question_whether_there_is_none(written: str) -> None:
    answers, (said,) = one("是否没有统一社会信用代码", written)
    assert answers == {}
    assert f"“{written}”" in said


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("山西", "山西省"),
        ("北京", "北京市"),
        ("内蒙古", "内蒙古自治区"),
        ("广西", "广西壮族自治区"),
        ("宁夏", "宁夏回族自治区"),
        ("新疆", "新疆维吾尔自治区"),
        ("香港", "香港特别行政区"),
        ("山西省", "山西省"),
    ],
)
def test_a_province_is_known_by_its_short_name(short: str, whole: str) -> None:
    assert one("省份", short) == ({"province": whole}, ())


@pytest.mark.parametrize(
    ("heading", "written", "answers"),
    [
        ("单位类别", "科研院所", {"category": "institute"}),
        ("单位类别", "高等院校", {"category": "university"}),
        ("成员类型", "企业", {"category": "enterprise"}),
        ("成员类型", "核心", {"tier": "core"}),
        ("成员类型（核心/一般）", "普通成员", {"tier": "ordinary"}),
        ("是否核心成员", "是", {"tier": "core"}),
        ("是否核心成员", "×", {"tier": "ordinary"}),
        ("是否核心成员", "核心", {"tier": "core"}),
        ("★高企", "√", {"high_tech": True}),
    ],
)
def test_other_words_of_a_heading_and_of_an_answer(
    heading: str, written: str, answers: dict
) -> None:
    assert one(heading, written) == (answers, ())


def test_titles_over_two_rows_are_one_heading() -> None:
    result = pasted(
        "附件2 成员单位信息表\t\t\t\t",
        "序号\t单位名称\t联系方式\t\t所在省",
        "\t\t联系人\t电话\t",
        "1\t甲公司\t王五\t13800000000\t山西",
    )
    assert result.members == (
        {"name": "甲公司", "contact": "王五", "phone": "13800000000", "province": "山西省"},
    )
    assert result.problems == ()
    assert result.notes == ("表头在第 2 行，它上面的第 1 行没有读取",)


def test_a_member_below_the_heading_is_no_second_row_of_it() -> None:
    result = pasted("单位名称\t电话", "联系人\t13800000000")
    assert result.members == ({"name": "联系人", "phone": "13800000000"},)


@pytest.mark.parametrize(
    "row",
    [
        "合计\t10 家",
        "合 计\t",
        "总计：10家\t",
        "注：请如实填写\t",
        "填表人：王五\t2023年8月1日",
        "注1、略\t",
    ],
)
def test_sums_and_notes_are_no_members_and_are_named(row: str) -> None:
    result = pasted("单位名称\t联系人", "甲公司\t王五", row)
    assert [member["name"] for member in result.members] == ["甲公司"]
    first = row.split("\t", maxsplit=1)[0]
    assert result.notes == (f"第 3 行“{first}”不是成员单位，没有读取",)


def test_a_sum_in_the_column_of_serial_numbers_is_no_member() -> None:
    result = pasted("序号\t单位名称\t联系人", "1\t甲公司\t王五", "合计\t\t10 人")
    assert [member["name"] for member in result.members] == ["甲公司"]
    assert result.notes == ("第 3 行“合计”不是成员单位，没有读取",)


@pytest.mark.parametrize("name", ["合计算力有限公司", "注册会计师协会", "备注科技有限公司"])
def test_a_name_that_begins_like_a_sum_or_a_note_is_a_member(name: str) -> None:
    assert [it["name"] for it in pasted("单位名称\t联系人", f"{name}\t王五").members] == [name]


def test_rows_that_are_only_numbered_are_no_members() -> None:
    result = pasted("序号\t单位名称", "1\t甲公司", "2\t", "3\t")
    assert [member["name"] for member in result.members] == ["甲公司"]
    assert result.notes == ("第 3、4 行只有序号，没有读取",)


def test_a_row_of_broken_formulas_is_no_member() -> None:
    result = pasted("单位名称\t联系人", "甲公司\t王五", "#N/A\t#N/A")
    assert len(result.members) == 1
    assert [problem.row for problem in result.problems] == [3, 3]
    assert "第 3 行没有一格可以读取的内容，没有算作成员单位" in result.notes


def test_merged_cells_are_carried_down_but_no_name_is() -> None:
    table = "".join(
        (
            books.row("单位名称", "省份", "联系人"),
            books.row("甲公司", "山西", "王五"),
            books.row("乙公司", "", ""),
            books.row("", "河北", "赵六"),
        )
    )
    merged = '<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="A3:A4"/></mergeCells>'
    result = tables.import_xlsx(books.book(table, after=merged), CALL)
    assert [member.get("province") for member in result.members] == ["山西省", "山西省", "河北省"]
    assert [member.get("name") for member in result.members] == ["甲公司", "乙公司", None]
    assert result.notes == (
        "第 2—3 行的“住所所在省份”是合并的单元格，已照第一格填入各行，请核对",
        "第 3—4 行的“单位全称”是合并的单元格，只有左上一格读到内容，其余请补填",
    )


def test_a_table_without_a_member_says_what_stood_there() -> None:
    with pytest.raises(
        tables.TableError, match=r"没有成员单位的内容；第 2 行“合计”不是成员单位.*#N/A"
    ):
        pasted("单位名称\t联系人", "合计\t", "#N/A\t")
