"""Makes the 汇总表, one row for each alliance, which the recommending body hands in."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

from validator.application import Application
from validator.application.choices import Category, Listing
from validator.application.membership import by_category, core, count
from validator.application.without_hidden import without_hidden
from validator.calls import Call
from validator.chinese import in_chinese
from validator.tables.sheet import Book, write_row

SUMMARY_NAME: Final = "汇总表（供组织推荐单位参考）.xlsx"
_COLUMNS: Final = {
    "序号": 6,
    "联盟名称": 34,
    "所属产业链/专业镇": 18,
    "牵头单位": 28,
    "牵头单位性质": 20,
    "核心成员数": 8,
    "成员总数": 8,
    "企业": 6,
    "高校": 6,
    "科研机构": 8,
    "协议生效日": 13,
    "联系人": 10,
    "电话": 16,
    "备注": 20,
}
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def summary_xlsx(applications: Sequence[Application], call: Call) -> bytes:
    """Return the 汇总表 as .xlsx, one row for each application, in the order given."""
    widths = tuple(_COLUMNS.values())
    book = Book(f"{call.programme}申报汇总表")
    sheet = book.sheet("汇总表", widths)
    last = len(widths) - 1
    title = book.format(bold=True, font_size=16, align="center", valign="vcenter")
    sheet.merge_range(0, 0, 0, last, "", title)
    sheet.write_string(0, 0, f"{call.year}年度{call.programme}申报汇总表", title)
    sheet.set_row(0, 36)
    sheet.merge_range(1, 0, 1, last, "", book.format())
    sheet.write_string(1, 0, f"组织推荐单位（盖章）：{_recommender(applications)}", book.format())
    sheet.set_row(1, 24)
    grid = {"border": 1, "valign": "vcenter", "text_wrap": True}
    head = book.format(bold=True, align="center", bg_color="#F2F2F2", **grid)
    write_row(sheet, 2, _COLUMNS, head, widths=widths, least=36)
    for number, cells in enumerate(_rows(applications), 1):
        write_row(sheet, 2 + number, cells, book.format(num_format="@", **grid), widths=widths)
    note = 3 + len(applications)
    sheet.write_string(note, 0, _note(call), book.format(font_color="#595959", font_size=9))
    sheet.repeat_rows(2)
    sheet.freeze_panes(3, 2)
    return book.bytes()


def summary_csv(applications: Sequence[Application]) -> str:
    """Return the 汇总表 as CSV for Excel, with a byte-order mark.

    An apostrophe is put before a text that a spreadsheet would run as a formula.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(_COLUMNS)
    writer.writerows([_inert(cell) for cell in row] for row in _rows(applications))
    return "\ufeff" + buffer.getvalue()


def _rows(applications: Sequence[Application]) -> list[list[str]]:
    return [
        _row(number, without_hidden(application))
        for number, application in enumerate(applications, 1)
    ]


def _row(number: int, application: Application) -> list[str]:
    alliance, lead = application.alliance, application.lead
    units = [unit for _, unit in application.units]
    kinds = by_category(units)
    named = (Category.ENTERPRISE, Category.UNIVERSITY, Category.INSTITUTE)
    fields = [*(alliance.chains or ()), *(alliance.towns or ()), alliance.other_field or ""]
    effective = application.agreement.effective_on
    return [
        str(number),
        alliance.name or "",
        "、".join(filter(None, fields)),
        lead.name or "",
        _character(application),
        str(count(core(application.lead, application.members))),
        str(count(units)),
        *(str(kinds[kind]) for kind in named),
        in_chinese(effective) if effective else "",
        lead.contact or "",
        lead.phone or "",
        "",
    ]


def _character(application: Application) -> str:
    lead = application.lead
    words = [
        "规模以上" if lead.above_scale else "",
        "高新技术企业" if lead.high_tech else "",
        "拟上市" if lead.listing not in (None, Listing.NONE) else "",
    ]
    return "、".join(filter(None, [str(lead.ownership or ""), *words]))


def _recommender(applications: Sequence[Application]) -> str:
    names = {application.submission.recommender for application in applications}
    return (names.pop() or "") if len(names) == 1 else ""


def _note(call: Call) -> str:
    return (
        f"依据{call.issuer}《{call.title}》{call.summary_in}编制；通知未附汇总表格式，版式系重构，"
        "以组织单位提供的表格为准。"
    )


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
