"""Makes the template of the members' table (成员单位导入模板) as .xlsx."""

from __future__ import annotations

from typing import Any, Final

from validator.application.unit import Member
from validator.calls import Call
from validator.tables.columns import Column, columns
from validator.tables.sheet import Book, write_row

TEMPLATE_NAME: Final = "成员单位导入模板.xlsx"
MEMBERS_SHEET: Final = "成员单位"
_LISTS_SHEET, _HELP_SHEET = "选项", "填写说明"
OTHER_SHEETS: Final = (_LISTS_SHEET, _HELP_SHEET)
"""The template's sheets that are not filled in."""
_ROWS: Final = 300
_MESSAGE_MAX: Final = 255  # characters; Excel refuses a data validation with a longer message
_WIDE, _NARROW = 28, 16
_WIDE_COLUMNS: Final = ("name", "uscc", "address", "task", "rights", "duties", "research_level")
_HELP_WIDTHS: Final = (24, 14, 60, 60)


def members_template(call: Call, members: tuple[Member, ...] = ()) -> bytes:
    """Return the bytes of the template.

    Args:
        call: the call for which members are collected.
        members: members to enter in the template, without the lead, who is entered on the page.
    """
    book = Book(f"{call.programme}成员单位导入模板")
    asked = columns(call)
    _lists(book, asked)
    _members(book, asked, members, call)
    _help(book, asked, call)
    return book.bytes()


def _members(
    book: Book, asked: tuple[Column, ...], members: tuple[Member, ...], call: Call
) -> None:
    widths = [_WIDE if column.name in _WIDE_COLUMNS else _NARROW for column in asked]
    sheet = book.sheet(MEMBERS_SHEET, widths)
    head = book.format(bold=True, border=1, bg_color="#DCE6F1", text_wrap=True, valign="vcenter")
    write_row(sheet, 0, [column.title for column in asked], head, widths=widths, least=36)
    cell = book.format(num_format="@", valign="vcenter", text_wrap=True)
    for index, (column, width) in enumerate(zip(asked, widths, strict=True)):
        sheet.set_column(index, index, width, cell)
        sheet.data_validation(1, index, _ROWS, index, _validation(column, asked, call))
    for row, member in enumerate(members, 1):
        write_row(sheet, row, [column.text(member) for column in asked], cell, widths=widths)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.activate()
    sheet.set_first_sheet()


def _validation(column: Column, asked: tuple[Column, ...], call: Call) -> dict[str, Any]:
    prompt = {
        "input_title": column.title[:32],
        "input_message": _hint(column, call)[:_MESSAGE_MAX],
    }
    if not column.is_one_of:
        return {
            "validate": "length",
            "criteria": "<=",
            "value": column.longest,
            "error_title": "内容过长",
            "error_message": f"不得超过 {column.longest} 个字。",
            **prompt,
        }
    letter = _letter([c.name for c in asked if c.is_one_of].index(column.name))
    return {
        "validate": "list",
        "source": f"={_LISTS_SHEET}!${letter}$2:${letter}${len(column.options) + 1}",
        "error_title": "请从列表选择",
        "error_message": f"“{column.title}”只能从列表选择。",
        **prompt,
    }


def _hint(column: Column, call: Call) -> str:
    written = column.words.help or column.help
    if column.is_date:
        return f"写作 年-月-日，如 {call.opens}。{written}"
    if column.is_list:
        return f"有几项的，用“；”隔开，或者一项一行。{written}"
    return written or ("从列表选择。" if column.options else column.title)


def _lists(book: Book, asked: tuple[Column, ...]) -> None:
    listed = [column for column in asked if column.is_one_of]
    sheet = book.sheet(_LISTS_SHEET, [_NARROW] * len(listed))
    for place, column in enumerate(listed):
        sheet.write_string(0, place, column.title, book.format(bold=True))
        for row, option in enumerate(column.options, 1):
            sheet.write_string(row, place, option, book.format())


def _help(book: Book, asked: tuple[Column, ...], call: Call) -> None:
    sheet = book.sheet(_HELP_SHEET, _HELP_WIDTHS)
    cell = book.format(text_wrap=True, valign="top", border=1)
    head = book.format(bold=True, border=1, bg_color="#DCE6F1")
    lines = (
        f"用于{call.programme}申报自查（{call.year} 年度）。",
        f"在“{MEMBERS_SHEET}”表中每行填一家成员单位；牵头单位在网页上填写，不必列入。",
        f"代码、电话、证书编号的单元格已设为文本；日期写作 {call.opens}。",
        "没有的内容留空，不要删改表头。空着的单元格不改动网页上已有的内容；要清空请在网页上清空。",
        "填好后在自查页选择“导入成员”。有误的单元格会逐一指出，其余内容照常导入。",
    )
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, book.format())
    top = len(lines) + 1
    write_row(sheet, top, ("栏目", "条款", "填写说明", "可选内容"), head, widths=_HELP_WIDTHS)
    for row, column in enumerate(asked, top + 1):
        clause, options = column.words.clause, "、".join(column.options)
        texts = (column.title, clause, _hint(column, call), options)
        write_row(sheet, row, texts, cell, widths=_HELP_WIDTHS)


def _letter(index: int) -> str:
    head, tail = divmod(index, 26)
    return (chr(ord("A") + head - 1) if head else "") + chr(ord("A") + tail)
