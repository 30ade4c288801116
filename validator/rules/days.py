"""Counts years between days as 民法典 200-203 does."""

from __future__ import annotations

from datetime import date

_YEARS = ("一年", "两年", "三年", "四年", "五年", "六年", "七年", "八年", "九年", "十年")


def years_after(day: date, years: int) -> date:
    """Return the day on which `years` years from `day` are full.

    The first day is not counted, and the period ends on the same day of the same month (民法典
    201, 202). Where the month has no such day, the period ends on the month's last day: one year
    from 2020-02-29 ends on 2021-02-28.

    >>> years_after(date(2022, 8, 9), 1)
    datetime.date(2023, 8, 9)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=day.day - 1)  # 29 February


def years_in_words(years: int) -> str:
    """Return a number of years as sentences say it: 一年, 两年; above ten in figures.

    >>> years_in_words(3)
    '三年'
    """
    return dict(enumerate(_YEARS, 1)).get(years, f" {years} 年")
