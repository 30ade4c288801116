"""The types of typed answers: lines, texts, names and days, each cleaned as little as it needs."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

from validator.application.names import half_width, is_blank, is_unseen
from validator.chinese import A_DAY

LINE_MAX, TEXT_MAX = 200, 10_000
_EARLIEST, _LATEST = 1900, 2099
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def clean_text(value: object) -> object:
    """Strip both ends, make line ends line feeds, and turn a text that shows nothing into None."""
    if not isinstance(value, str):
        return value
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    value = value.strip()
    return None if is_blank(value) else value


def clean_code(value: object) -> object:
    """Return a code in half width and upper case, without spaces and invisible characters."""
    if not isinstance(value, str):
        return value
    if value.isascii() and value.isalnum():  # Most codes are clean already, and this test is fast.
        return value.upper()
    letters = (letter for letter in half_width(value) if not is_unseen(letter))
    return "".join(letters).upper() or None


def _line(value: object) -> object:
    if isinstance(value, str) and value.isprintable():  # A printable text has no tab or line end.
        value = value.strip()
        return None if is_blank(value) else value
    cleaned = clean_text(value)
    if isinstance(cleaned, str) and ("\n" in cleaned or "\t" in cleaned):
        msg = "只能填一行文字，请去掉换行"
        raise ValueError(msg)
    return cleaned


def _day(value: object) -> object:
    """Accept a day written as 年-月-日 only: pydantic takes a number for seconds since 1970."""
    if isinstance(value, str) and not _ISO_DAY.match(value):
        value = half_width(value).strip() or None
    if value is None or isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO_DAY.match(value):
        msg = f"应为日期，写作 年-月-日，如 {A_DAY}"
        raise ValueError(msg)
    if not _EARLIEST <= int(value[:4]) <= _LATEST:
        msg = f"年份应在 {_EARLIEST} 至 {_LATEST} 之间"
        raise ValueError(msg)
    try:
        return date.fromisoformat(value)
    except ValueError:
        msg = f"没有这一天：{value}"
        raise ValueError(msg) from None


_Short = Annotated[str, StringConstraints(max_length=LINE_MAX)]
_Long = Annotated[str, StringConstraints(max_length=TEXT_MAX)]

Name = Annotated[str, BeforeValidator(_line), StringConstraints(min_length=1, max_length=LINE_MAX)]
"""A name in a list of names: one line, never blank."""

Line = Annotated[_Short | None, BeforeValidator(_line)]
"""One line of text, or unanswered."""

Text = Annotated[_Long | None, BeforeValidator(clean_text)]
"""Text of several lines, or unanswered."""

Day = Annotated[
    date | None,
    BeforeValidator(_day),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}),
]
"""A calendar day written 2000-01-31, or unanswered."""
