"""Workbooks as they come: other dialects, damaged looks, and cells that are not what they seem."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from books import book, row
from office import convert

from validator import tables
from validator.calls import load
from validator.example import example
from validator.tables import Import, TableError, members_template

CALL = load("shanxi_alliance_2023")
HEAD = row("单位全称", "统一社会信用代码", "成立日期")
DAYS = (
    '<styleSheet xmlns="MAIN"><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m"/>'
    '</numFmts><fills><fill/></fills><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
    '<xf numFmtId="170"/></cellXfs></styleSheet>'
)


def import_xlsx(content: bytes) -> Import:
    return tables.import_xlsx(content, CALL)


def member(*cells: str) -> str:
    return f"<row>{''.join(cells)}</row>"


def inline(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def number(value: str, style: int = 0) -> str:
    return f'<c s="{style}"><v>{value}</v></c>'


@pytest.mark.parametrize("strict", [False, True])
def test_values_are_read_in_either_dialect_without_any_looks(strict: bool) -> None:  # noqa: FBT001
    (only,) = import_xlsx(book(HEAD + row("甲公司"), strict=strict)).members
    assert only == {"name": "甲公司"}


@pytest.mark.parametrize(("style", "serial"), [(1, "40577"), (2, "40577.75")])
def test_an_empty_fill_costs_no_day(style: int, serial: str) -> None:
    rows = HEAD + member(inline("甲"), "<c/>", number(serial, style))
    (only,) = import_xlsx(book(rows, styles=DAYS)).members
    assert only["founded_on"] == "2011-02-03"


def test_days_may_be_counted_from_1904() -> None:
    rows = HEAD + member(inline("甲"), "<c/>", number("39115", 1))
    (only,) = import_xlsx(book(rows, styles=DAYS, properties='date1904="1"')).members
    assert only["founded_on"] == "2011-02-03"


def test_a_day_that_is_only_a_number_is_named() -> None:
    found = import_xlsx(book(HEAD + member(inline("甲"), "<c/>", number("40577"))))
    assert [(it.column, it.value) for it in found.problems] == [("成立日期", "40577")]


def test_shared_texts_are_read_without_how_they_sound() -> None:
    texts = (
        '<sst xmlns="MAIN"><si><r><t>甲</t></r><r><t>公司</t></r>'
        '<rPh sb="0" eb="1"><t>jia</t></rPh></si></sst>'
    )
    (only,) = import_xlsx(book(HEAD + member('<c t="s"><v>0</v></c>'), texts=texts)).members
    assert only["name"] == "甲公司"


def test_texts_that_are_missing_make_no_workbook() -> None:
    with pytest.raises(TableError, match="不是可以读取的 Excel 文件"):
        import_xlsx(book(HEAD + member('<c t="s"><v>0</v></c>')))


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (number("9.1140100700000704E+17"), "已经丢失"),
        (number("911401007000007040"), "已经丢失"),
        (number("40577", 1), "改成了日期"),
        ('<c t="e"><v>#N/A</v></c>', "没有结果的公式"),
        ('<c><f>A1&amp;"x"</f></c>', "没有结果的公式"),
        (inline("9.1140100700000704E+17"), "已经丢失"),
        (inline("9.1E+17"), "已经丢失"),
        (inline("########"), "列宽不够"),
    ],
)
def test_a_cell_that_lost_what_was_typed_is_refused_by_name(cell: str, said: str) -> None:
    found = import_xlsx(book(HEAD + member(inline("甲"), cell), styles=DAYS))
    assert found.members == ({"name": "甲"},)
    (problem,) = found.problems
    assert (problem.row, problem.column) == (2, "统一社会信用代码")
    assert said in problem.message


def test_a_sheet_without_a_heading_is_named() -> None:
    with pytest.raises(TableError, match="“成员”最上面几行没有找到表头（单位全称、"):
        import_xlsx(book(row("甲公司", "企业") * 3))


def test_a_cell_may_hold_a_day_or_yes_and_no_as_such() -> None:
    head = row("单位全称", "成立日期", "是否高新技术企业")
    day = '<c t="d"><v>2011-02-03T00:00:00</v></c>'
    found = import_xlsx(book(head + member(inline("甲"), day, '<c t="b"><v>1</v></c>')))
    assert found.problems == ()
    assert found.members == ({"name": "甲", "founded_on": "2011-02-03", "high_tech": True},)


@pytest.mark.parametrize("serial", ["0.5", "99999999"])
def test_a_number_that_is_no_day_of_any_calendar_is_named(serial: str) -> None:
    found = import_xlsx(book(HEAD + member(inline("甲"), "<c/>", number(serial, 1)), styles=DAYS))
    assert [(it.column, it.value) for it in found.problems] == [("成立日期", serial)]


def test_a_formula_with_a_result_is_its_result() -> None:
    cell = '<c t="str"><f>"甲"&amp;"公司"</f><v>甲公司</v></c>'
    (only,) = import_xlsx(book(HEAD + member(cell))).members
    assert only["name"] == "甲公司"


def test_hidden_rows_and_merged_cells_are_named() -> None:
    rows = HEAD + row("甲", "", "") + f'<row hidden="1">{inline("乙")}</row>'
    merged = '<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="A1:A1"/></mergeCells>'
    notes = import_xlsx(book(rows, after=merged)).notes
    assert any("第 3 行在表格里是隐藏的" in note for note in notes)
    assert any("第 2—3 行的“统一社会信用代码”是合并的单元格" in note for note in notes)
    assert len(notes) == 2


@pytest.mark.parametrize("at", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_document_type_is_refused(at: str) -> None:
    spoilt = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book(HEAD + row("甲")))) as whole,
        zipfile.ZipFile(spoilt, "w") as archive,
    ):
        for name in whole.namelist():
            lead = b'<!DOCTYPE x [<!ENTITY e "e">]>' if name == at else b""
            archive.writestr(name, lead + whole.read(name))
    with pytest.raises(TableError, match="不是可以读取的 Excel 文件"):
        import_xlsx(spoilt.getvalue())


def test_an_old_or_locked_workbook_is_told_apart() -> None:
    with pytest.raises(TableError, match="加了密码"):
        import_xlsx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old")


def test_a_table_may_begin_far_down() -> None:
    book_ = openpyxl.Workbook()
    book_.active.cell(350, 3, "单位全称")
    book_.active.cell(351, 3, "甲公司")
    saved = io.BytesIO()
    book_.save(saved)
    found = import_xlsx(saved.getvalue())
    assert [it.row for it in found.found] == [351]
    assert found.members == ({"name": "甲公司"},)


@pytest.mark.parametrize("count", [301, 600, 2_500])
def test_more_rows_than_members_fit_are_refused_whole(count: int) -> None:
    rows = row("单位全称") + "".join(row(f"第{n}家") for n in range(count))
    with pytest.raises(TableError, match=f"有 {count} 行，成员单位最多 300 家，没有导入"):
        import_xlsx(book(rows))


def test_another_sheet_with_something_in_it_is_named() -> None:
    book_ = openpyxl.Workbook()
    book_.active.append(["说明"])
    book_.active.title = "说明页"
    sheet = book_.create_sheet("名单")
    sheet.append(["单位名称", "备注"])
    sheet.append(["甲公司", "新"])
    saved = io.BytesIO()
    book_.save(saved)
    found = import_xlsx(saved.getvalue())
    assert found.members == ({"name": "甲公司"},)
    assert any("工作表“说明页”没有读取" in note for note in found.notes)


def test_the_template_saved_by_libreoffice_says_the_same(tmp_path: Path) -> None:
    call = load("shanxi_alliance_2023")
    content = members_template(call, example(call).members)
    (tmp_path / "in.xlsx").write_bytes(content)
    saved = convert([tmp_path / "in.xlsx"], "xlsx", tmp_path / "office")
    found = import_xlsx(saved["in"].read_bytes())
    assert found.members == import_xlsx(content).members
    assert found.problems == ()
