"""How dates and fixed words are written for a Chinese reader."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from validator.chinese import in_chinese

if TYPE_CHECKING:
    from validator.calls.call import Window

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


def window_cn(window: Window, *, weekdays: bool = False) -> str:
    """2023年8月7日至8月11日; without a first day 2023年8月11日前，含当日."""

    def told(day: date, first: date | None = None) -> str:
        said = day_cn(day) if first and first.year == day.year else in_chinese(day)
        return f"{said}（{weekday_cn(day)}）" if weekdays else said

    if not window.first_day:
        return f"{told(window.last_day)}前，含当日"
    return f"{told(window.first_day)}至{told(window.last_day, window.first_day)}"


FILTERS = {
    "window_cn": window_cn,
    "date_cn": in_chinese,
    "day_cn": day_cn,
    "weekday_cn": weekday_cn,
    "years_before": years_before,
}
