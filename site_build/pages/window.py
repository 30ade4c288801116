"""Whether a call accepts applications on a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from validator.calls import Call

_BEIJING = timezone(timedelta(hours=8))


class State(Enum):
    """How a call stands on a day."""

    BEFORE = "未开始"
    OPEN = "受理中"
    OVER = "已截止"


def today() -> date:
    """The calendar day in Beijing, where the window is counted."""
    return datetime.now(_BEIJING).date()


def state(call: Call, on: date) -> State:
    """Return how a call stands on a day. A call without a first day is open until its last."""
    if is_over(call, on):
        return State.OVER
    first = call.window.first_day
    return State.BEFORE if first and on < first else State.OPEN


def is_over(call: Call, on: date) -> bool:
    """Whether `on` is after the last day of the window.

    A page that says that the window is over stays right for ever. A page that says that the window
    is open becomes wrong unless the site is built again: a script (assets/theme/window.js) says on
    the page what is so on the day of reading.
    """
    return on > call.window.last_day
