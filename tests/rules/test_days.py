"""A year is full on the corresponding day, or on the month's last where there is none."""

from datetime import date

import pytest

from validator.rules.days import years_after, years_in_words


@pytest.mark.parametrize(
    ("day", "years", "full"),
    [
        ("2022-06-25", 1, "2023-06-25"),
        ("2022-12-31", 1, "2023-12-31"),
        ("2020-02-29", 1, "2021-02-28"),
        ("2020-02-29", 3, "2023-02-28"),
        ("2020-02-29", 4, "2024-02-29"),
        ("2023-02-28", 1, "2024-02-28"),
        ("2023-08-08", -1, "2022-08-08"),
    ],
)
def test_years_after(day: str, years: int, full: str) -> None:
    assert str(years_after(date.fromisoformat(day), years)) == full


def test_years_are_said_as_people_say_them() -> None:
    assert [years_in_words(years) for years in (1, 2, 10, 12)] == ["一年", "两年", "十年", " 12 年"]
