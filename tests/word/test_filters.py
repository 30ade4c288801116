"""Filters for template authors."""

from datetime import date
from decimal import Decimal

import pytest

from validator.word.filters import blank, boxes, lines, long_date, number, tick


def test_dates_are_written_in_chinese_without_leading_zeros() -> None:
    assert long_date(date(2023, 8, 7)) == "2023年8月7日"
    assert long_date(None) == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""), (0, "0"), (1234567, "1,234,567"), (12.5, "12.5"), (-3.10, "-3.1"),
        (Decimal("100.00"), "100"), (1e9, "1,000,000,000"), (0.1 + 0.2, "0.30000000000000004"),
        (-0.0, "0"), (8e6, "8,000,000"), (1e-7, "0.0000001"),
    ],
)  # fmt: skip
def test_numbers(value: float | Decimal | None, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("answer", "choice", "box"),
    [
        ("企业", "企业", "☑"), ("企业", "高校", "☐"), (None, "企业", "☐"), (True, True, "☑"),
        (False, True, "☐"), (False, False, "☑"), (None, False, "☐"), (("a", "b"), "b", "☑"),
        ((), "b", "☐"),
    ],
)  # fmt: skip
def test_check_boxes(answer: object, choice: object, box: str) -> None:
    assert tick(answer, choice) == box


def test_blank_leaves_room_for_handwriting_only_where_nothing_was_answered() -> None:
    assert blank(None, 3) == "\u3000\u3000\u3000"
    assert blank("", 2) == "\u3000\u3000"
    assert blank("答", 3) == "答"
    assert blank(0) == 0


def test_rows_of_check_boxes_show_answers_outside_the_list_too() -> None:
    assert boxes(("甲", "乙", "丙"), ("乙", "丁"), 2) == "☐甲\t☑乙\n☐丙\t☑丁"
    assert boxes(("甲", "乙"), None) == "☐甲\t☐乙"


def test_lines_that_hold_text() -> None:
    assert lines(" 一 \n\n二\r\n\u3000") == ["一", "二"]
    assert lines(None) == []
