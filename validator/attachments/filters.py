"""The filters a template's author may use: ``{{ value|filter }}``."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"


def long_date(value: date | None) -> str:
    """2023年8月7日; nothing for an unanswered date."""
    return "" if value is None else f"{value.year}年{value.month}月{value.day}日"


def tick(value: object, choice: object = True) -> str:  # noqa: FBT002 - `{{ answer|tick }}`
    """☑ when the answer is the choice, given as it is shown, or holds it; ☐ otherwise."""
    answers = value if isinstance(value, list | tuple) else (value,)
    chosen = any(answer is not None and str(answer) == str(choice) for answer in answers)
    return "☑" if chosen else "☐"


def number(value: Decimal | float | None) -> str:
    """1,234.5 without superfluous zeros; nothing for an unanswered number."""
    if value is None:
        return ""
    text = f"{Decimal(str(value)):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def chinese(value: int) -> str:
    """一, 二 … 十, 十一 … 九十九: ordinals of headings."""
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else _DIGITS[tens] + "十")
    return head + (_DIGITS[ones] if ones or not tens else "")


def lines(value: str | None) -> list[str]:
    """Return the lines that hold text: one paragraph each."""
    return [line.strip() for line in (value or "").splitlines() if line.strip()]


def blank(value: object, width: int = 8) -> object:
    """Return the answer, or so many full-width spaces to write on by hand when there is none."""
    return "\u3000" * width if value is None or value == "" else value


FILTERS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        "long_date": long_date,
        "tick": tick,
        "number": number,
        "chinese": chinese,
        "lines": lines,
        "blank": blank,
    },
)
