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
    """True when `on` lies past the last day.

    A page that says "over" never becomes wrong again; a page that said "open" would, if nobody
    rebuilt it. So the pages say only the former, and otherwise give the dates.
    """
    return on > call.window.last_day
