"""The filters that the author of a template may use: ``{{ value|filter }}``."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from validator.chinese import figure, in_chinese


def long_date(value: date | None) -> str:
    """Return a date as 2023年8月7日; empty for an unanswered one."""
    return "" if value is None else in_chinese(value)


def tick(value: object, choice: object = True) -> str:  # noqa: FBT002 - `{{ answer|tick }}`
    """Return ☑ when the answer, or one of several answers, shows the same text as `choice`."""
    return "☑" if str(choice) in _shown(value) else "☐"


def boxes(options: Iterable[object], answer: object, per_line: int = 4) -> str:
    """Return a check box for each option, `per_line` to a line and tabs between, answers ticked.

    An answer that is none of the options follows the options, ticked.
    """
    offered = [str(option) for option in options]
    chosen = _shown(answer)
    names = [*offered, *(name for name in chosen if name not in offered)]
    items = [tick(chosen, name) + name for name in names]
    starts = range(0, len(items), per_line)
    return "\n".join("\t".join(items[start : start + per_line]) for start in starts)


def number(value: Decimal | float | None) -> str:
    """Return a number as 1,234.5, without needless zeros; empty for an unanswered one."""
    return "" if value is None else figure(value)


def lines(value: str | None) -> list[str]:
    """Return the lines of a text that are not blank, each to become a paragraph."""
    return [line.strip() for line in (value or "").splitlines() if line.strip()]


def blank(value: object, width: int = 8) -> object:
    """Return the answer; where there is none, `width` full-width spaces to write on by hand."""
    return "\u3000" * width if value is None or value == "" else value


def _shown(answer: object) -> list[str]:
    answers = answer if isinstance(answer, list | tuple) else [answer]
    return [str(one) for one in answers if one is not None]


FILTERS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        "long_date": long_date,
        "tick": tick,
        "boxes": boxes,
        "number": number,
        "lines": lines,
        "blank": blank,
    },
)
