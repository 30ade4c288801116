"""Numbers and days as people read them."""

from datetime import date

from validator.chinese import in_chinese


def test_in_chinese() -> None:
    assert in_chinese(date(2023, 8, 7)) == "2023年8月7日"
