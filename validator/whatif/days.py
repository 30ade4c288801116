"""Finds other days of submission, within the window, that improve rules that look at the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from validator.calls import Call, Strength
from validator.calls.call import Window
from validator.chinese import in_chinese
from validator.report import Status
from validator.rules.operation import full_on, operated_a_year
from validator.rules.rule import needed
from validator.whatif.change import Change, Situation

_DAY = "/submission/planned_on"
_MOST = 60
"""So many days are tried: a call that names only its last day was perhaps issued months before."""


def other_days(now: Situation) -> Iterator[Change]:
    """Yield, for each rule that looks at the day, the first day that improves it; each day once."""
    aims = tuple(_turning_on_the_day(now))
    if now.on is None or not aims:
        return
    days = _days(now.call)
    better = {day: set(now.better(_on(now, day, aims))) for day in days}
    firsts = [next((day for day in days if rule in better[day]), None) for rule in aims]
    full = _full(now)
    for day in sorted({day for day in (*firsts, full) if day}):
        gain = f"按各起算日均满 {_years(now.call)} 年（计至报送日）" if day == full else ""
        last = _last(day, better)
        words = _words(day, last, now.call.window)
        yield _on(now, day, tuple(better[day]), words, gain)


def _turning_on_the_day(now: Situation) -> Iterator[str]:
    """Yield the rules that are not met or doubtful and have read the day of submission.

    A rule that was decided without reading the day would be decided alike on every other day.
    """
    for rule, finding in now.findings.items():
        against = finding.status in (Status.NOT_MET, Status.REVIEW)
        if against and _DAY in finding.fields and finding.strength is not Strength.HINT:
            yield rule


def _full(now: Situation) -> date | None:
    """Return the day by which the years of operation are full from every start.

    None unless that day lies after the planned day and within the window.
    """
    if not now.found(operated_a_year, Status.REVIEW):
        return None
    day, call = full_on(now.case), now.call
    if day is None or now.on is None or day <= now.on:
        return None
    return day if call.opens < day <= call.window.last_day else None


def _years(call: Call) -> int:
    return needed(call.operating).years


def _on(
    now: Situation, day: date, aims: tuple[str, ...], words: str = "", gain: str = ""
) -> Change:
    return Change(words, aims, (_DAY,), now.application, day, gain)


def _last(day: date, better: dict[date, set[str]]) -> date:
    """Return the last day until which all rules that `day` improves are improved throughout."""
    last = day
    for later in sorted(better):
        if later > last and not better[day] <= better[later]:
            break
        last = max(last, later)
    return last


def _words(day: date, last: date, window: Window) -> str:
    span = f"{in_chinese(day)}至{in_chinese(last)}"
    if day == last:
        return f"改在{in_chinese(day)}报送"
    if (day, last) == (window.first_day, window.last_day):
        return f"改在受理期内（{span}）报送"
    return f"自{in_chinese(day)}起报送" if last == window.last_day else f"改在{span}报送"


def _days(call: Call) -> list[date]:
    """Return the last days of the window, in their order."""
    last = call.window.last_day
    length = min((last - call.opens).days, _MOST - 1)
    return [last - timedelta(days=number) for number in range(length, -1, -1)]
