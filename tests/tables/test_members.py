"""Members out to a spreadsheet and back: what cannot be used is named, the rest is kept."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import hostile
import openpyxl
import pytest

from validator import tables
from validator.application import Application
from validator.calls import Call, load
from validator.example import example
from validator.tables import Import, TableError, members_template
from validator.tables.columns import columns

CALL = load("shanxi_alliance_2023")


def import_xlsx(content: bytes) -> Import:
    return tables.import_xlsx(content, CALL)


def import_pasted(text: str) -> Import:
    return tables.import_pasted(text, CALL)


@pytest.fixture(scope="module")
def call() -> Call:
    return CALL


@pytest.fixture(scope="module")
def application(call: Call) -> Application:
    return example(call, members=29)


def edited(content: bytes, edit: Callable[[Any], None]) -> bytes:
    """The workbook after somebody typed into its members' sheet, saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    edit(book["成员单位"])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_what_goes_out_comes_back(call: Call, application: Application) -> None:
    result = import_xlsx(members_template(call, application.members))
    assert result.problems == ()
    assert len(result.members) == 29
    names = [column.name for column in columns(CALL)]
    for read, member in zip(result.members, application.members, strict=True):
        told = member.model_dump(mode="json")
        for name in names:
            asked, given = told, read
            for step in name.split("/"):
                asked, given = asked[step], (given or {}).get(step)
            assert given == asked, name


def test_the_same_members_give_the_same_bytes(call: Call, application: Application) -> None:
    one, two = (members_template(call, application.members) for _ in range(2))
    assert one == two


def test_every_bad_cell_is_named_and_the_rest_is_kept(call: Call) -> None:
    def edit(sheet: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        sheet["A2"], sheet["B2"] = "甲公司", "9114"
        sheet["A3"], sheet["C3"] = "乙大学", "学堂"
        sheet["A5"], sheet["M5"] = "丙研究所", "2023/13/1"
        sheet["A6"], sheet["M6"] = "丁公司", date(2011, 2, 3)

    result = import_xlsx(edited(members_template(call), edit))
    assert [member["name"] for member in result.members] == [
        "甲公司",
        "乙大学",
        "丙研究所",
        "丁公司",
    ]
    assert result.members[3]["founded_on"] == "2011-02-03"
    assert [(p.sheet, p.row, p.column, p.value) for p in result.problems] == [
        ("成员单位", 2, "统一社会信用代码", "9114"),
        ("成员单位", 3, "单位类别", "学堂"),
        ("成员单位", 5, "成立日期", "2023/13/1"),
    ]
    assert "应为：企业、高校、科研机构" in str(result.problems[1])


def test_codes_that_excel_made_numbers_are_read_as_typed(call: Call) -> None:
    def edit(sheet: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        sheet["A2"], sheet["K2"] = "甲公司", 3510001.0

    (member,) = import_xlsx(edited(members_template(call), edit)).members
    assert member["phone"] == "3510001"


def test_rows_can_be_pasted_with_and_without_a_heading() -> None:
    plain = import_pasted("甲公司\t91140100MA0000007Q\t企业\n乙大学\t\t高校")
    headed = import_pasted("单位类别\t单位全称\n企业\t甲公司\n高校\t乙大学\n")
    assert [m["category"] for m in plain.members] == ["enterprise", "university"]
    assert [m["name"] for m in headed.members] == ["甲公司", "乙大学"]


def test_a_bad_pasted_cell_is_named_by_its_row() -> None:
    (problem,) = import_pasted("甲公司\t123\n乙公司\t").problems
    assert (problem.row, problem.column) == (1, "统一社会信用代码")
    assert "应为 18 位，现为 3 位" in str(problem)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 old .xls", b"a,b\n1,2"])
def test_what_is_no_workbook_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(TableError, match="不是可以读取的 Excel 文件"):
        import_xlsx(content)


def test_a_file_larger_than_any_table_of_members_is_not_read() -> None:
    with pytest.raises(TableError, match="文件过大"):
        import_xlsx(b"PK\x03\x04" + bytes(10_000_000))


@pytest.mark.parametrize("text", ["", "\n\n", "单位全称\t单位类别\n"])
def test_nothing_pasted_is_said(text: str) -> None:
    with pytest.raises(TableError, match="没有"):
        import_pasted(text)


def test_choices_are_lists_and_codes_are_text(call: Call, application: Application) -> None:
    book = openpyxl.load_workbook(io.BytesIO(members_template(call, application.members)))
    sheet = book["成员单位"]
    kinds = {str(v.sqref): v.type for v in sheet.data_validations.dataValidation}
    assert kinds["C2:C301"] == "list"
    assert kinds["B2:B301"] == "textLength"
    assert sheet["B2"].number_format == "@"
    assert book.sheetnames == ["选项", "成员单位", "填写说明"]


def test_an_honest_workbook_of_another_program_is_read() -> None:
    assert len(import_xlsx(hostile.workbook(hostile.members(299))).members) == 299


def test_thousands_of_styled_empty_rows_do_no_harm() -> None:
    empty = ("<row>" + '<c s="0"/>' * 60 + "</row>") * 3_000
    assert len(import_xlsx(hostile.workbook(hostile.members(3) + empty)).members) == 3


@pytest.mark.parametrize(
    "content",
    [
        hostile.workbook("<row>" + "<c/>" * 3_000_000 + "</row>"),
        hostile.workbook("<row/>" * 3_000_000),
        hostile.workbook(hostile.members(3), hostile.strings(1_000_000)),
        hostile.workbook(hostile.members(3), {"xl/x.xml": b"<a>" + b" " * 90_000_000 + b"</a>"}),
    ],
    ids=["cells", "rows", "strings", "spaces"],
)
def test_a_workbook_that_inflates_without_end_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(TableError, match=r"内容过多.*没有导入.*复制到新的表格"):
        import_xlsx(content)


@pytest.mark.parametrize(
    "part", ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"]
)
def test_nesting_that_would_end_a_parser_is_refused_in_words(part: str) -> None:
    deep = {part: hostile.nested("a")}
    content = hostile.with_parts(hostile.workbook(hostile.members(3), deep), deep)
    with pytest.raises(TableError, match="不是可以读取的 Excel 文件"):
        import_xlsx(content)


@pytest.mark.parametrize("text", ["甲\t" * 300_000, "甲\n" * 300_000, "甲" * 2_000_001])
def test_more_than_a_table_of_members_is_not_pasted(text: str) -> None:
    with pytest.raises(TableError, match=r"粘贴的内容过多.*没有导入"):
        import_pasted(text)


def test_a_table_that_names_no_unit_is_not_taken_for_members() -> None:
    with pytest.raises(TableError, match="没有“单位全称”或“统一社会信用代码”这一列"):
        import_pasted("单位类别\t联系人\n企业\t丙\n高校\t丁\n")


def test_what_offices_write_over_names_and_codes_is_a_heading() -> None:
    (found,) = import_pasted("企业名称\t组织机构代码\n甲公司\t91140100MA0000007Q\n").members
    assert found == {"name": "甲公司", "uscc": "91140100MA0000007Q"}


def test_core_and_ordinary_are_taken_as_people_shorten_them() -> None:
    result = import_pasted("单位名称\t核心/一般\n甲公司\t核心\n乙公司\t一般\n丙公司\t核心成员\n")
    assert result.problems == ()
    assert [member["tier"] for member in result.members] == ["core", "ordinary", "core"]


@pytest.mark.parametrize(
    ("number", "is_named"),
    [
        (3511234567, True),  # 0351-1234567
        (1012345678, True),  # 010-12345678
        (37112345678, True),  # 0371-12345678
        (13812345678, False),
        (4001234567, False),
        (8001234567, False),
        (1234567, False),
    ],
)
def test_a_landline_that_lost_its_zero_is_named(call: Call, number: int, *, is_named: bool) -> None:
    def edit(sheet: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        sheet["A2"], sheet["K2"] = "甲公司", number

    result = import_xlsx(edited(members_template(call), edit))
    assert result.members[0]["phone"] == str(number)
    assert result.problems == ()
    named = [note for note in result.notes if "座机" in note]
    assert [note[:8] for note in named] == (["第 2 行“联系"] if is_named else [])
