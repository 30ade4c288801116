"""A day is written 2023-08-07, whatever the width of its digits; numbers are no days."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from validator.application.text import Day
from validator.problems import describe

DAY = TypeAdapter(Day)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2023-08-07", date(2023, 8, 7)),
        (" 2023-08-07\n", date(2023, 8, 7)),
        ("２０２３－０８－０７", date(2023, 8, 7)),
        ("2020-02-29", date(2020, 2, 29)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2099-12-31", date(2099, 12, 31)),
        ("", None),
        (None, None),
    ],
)
def test_a_day(typed: object, day: date | None) -> None:
    assert DAY.validate_python(typed) == day


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("2023-02-30", "没有这一天：2023-02-30"),
        ("2023-02-29", "没有这一天：2023-02-29"),
        ("2023-13-01", "没有这一天：2023-13-01"),
        ("1899-12-31", "年份应在 1900 至 2099 之间"),
        ("2100-01-01", "年份应在 1900 至 2099 之间"),
        ("2023/08/07", "应为日期，写作 年-月-日，如 2000-01-31"),
        ("2023年8月7日", "应为日期，写作 年-月-日，如 2000-01-31"),
        ("2023-8-7", "应为日期，写作 年-月-日，如 2000-01-31"),
        ("20230807", "应为日期，写作 年-月-日，如 2000-01-31"),
        ("2023-08-07T00:00:00", "应为日期，写作 年-月-日，如 2000-01-31"),
        (20230807, "应为日期，写作 年-月-日，如 2000-01-31"),
        (0, "应为日期，写作 年-月-日，如 2000-01-31"),
        (1.5, "应为日期，写作 年-月-日，如 2000-01-31"),
        (True, "应为日期，写作 年-月-日，如 2000-01-31"),
        (["2023-08-07"], "应为日期，写作 年-月-日，如 2000-01-31"),
    ],
)
def test_what_is_no_day_is_named(typed: object, problem: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        DAY.validate_python(typed)
    assert describe(refusal.value.errors()[0]) == problem
