"""Writes numbers, days, yes and no for people, alike in findings, reports and documents."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

YES, NO = "是", "否"
A_DAY = "2000-01-31"
"""A day as answers are written, to show the way of writing: no other month or day looks like it."""


def figure(value: Decimal | float) -> str:
    """Return a number with every digit and commas; never as 8e+06, and never as -0.

    >>> figure(8_000_000.0), figure(1234.5), figure(-0.0)
    ('8,000,000', '1,234.5', '0')
    """
    text = f"{Decimal(str(value)):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def in_chinese(day: date) -> str:
    """Return a day as it is written in Chinese: 2023年8月7日."""
    return f"{day.year}年{day.month}月{day.day}日"


def yes_no(answer: bool) -> str:  # noqa: FBT001 - an answer is what it takes
    """The answer to a question of yes or no."""
    return YES if answer else NO
