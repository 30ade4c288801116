"""Whether the acceptance window of a call is over on the day the site is built."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from validator.calls import Call

_BEIJING = timezone(timedelta(hours=8))


def today() -> date:
    """The calendar day in Beijing, where the window is counted."""
    return datetime.now(_BEIJING).date()


def is_over(call: Call, on: date) -> bool:
    """Whether `on` is after the last day of the window.

    A page that says that the window is over stays right for ever. A page that says that the window
    is open becomes wrong unless the site is built again, so pages then give the dates instead.
    """
    return on > call.window.last_day
