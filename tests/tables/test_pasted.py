"""What is on the clipboard is read as it was typed."""

import csv
import io

import pytest

from validator.tables.pasted import pasted_rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('"东方"新材料有限公司\t企业', [['"东方"新材料有限公司', "企业"]]),
        ('"东方\t甲\n乙公司\t乙', [['"东方', "甲"], ["乙公司", "乙"]]),
        ('"太原市\n小店区"\t甲', [["太原市\n小店区", "甲"]]),
        ('"说""好""的"\t甲', [['说"好"的', "甲"]]),
        ('"甲"\t"乙"', [['"甲"', '"乙"']]),
        ("甲\r乙\r\n丙\n", [["甲"], ["乙"], ["丙"], [""]]),
        ("甲\t\t丙", [["甲", "", "丙"]]),
        ("", [[""]]),
        ('"', [['"']]),
        ('""', [['""']]),
        ("\ud800甲", [["\ufffd甲"]]),
    ],
)
def test_quotes_wrap_only_what_needs_it(text: str, rows: list[list[str]]) -> None:
    assert pasted_rows(text) == rows


def test_a_cell_may_be_as_long_as_it_likes() -> None:
    assert pasted_rows("甲" * 300_000 + "\t乙") == [["甲" * 300_000, "乙"]]


def test_what_a_spreadsheet_copies_comes_back() -> None:
    cells = ["甲", "两\n行", "制\t表", '"引"号\n换行', "尾"]
    copied = io.StringIO()
    csv.writer(copied, "excel-tab").writerows([cells, cells])
    assert pasted_rows(copied.getvalue())[:2] == [cells, cells]
