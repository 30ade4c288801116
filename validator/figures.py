"""Numbers as people read them, the same in findings, reports and documents."""

from __future__ import annotations

from decimal import Decimal


def figure(value: Decimal | float) -> str:
    """Return a number as an office writes it: every digit, never as 8e+06, zero without a minus.

    >>> figure(8_000_000.0), figure(1234.5), figure(-0.0)
    ('8,000,000', '1,234.5', '0')
    """
    text = f"{Decimal(str(value)):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
