"""How dates and fixed words are written for a Chinese reader."""

from __future__ import annotations

from datetime import date

from validator.chinese import in_chinese

_WEEKDAYS = "一二三四五六日"


def day_cn(day: date) -> str:
    """2023-08-07 as 8月7日, for a place where the year is already said."""
    return f"{day.month}月{day.day}日"


def weekday_cn(day: date) -> str:
    """2023-08-07 as 星期一."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def years_before(day: date, years: int) -> date:
    """The same calendar day `years` earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


FILTERS = {
    "date_cn": in_chinese,
    "day_cn": day_cn,
    "weekday_cn": weekday_cn,
    "years_before": years_before,
}
