"""Finds the questions that are moot: no answer to them can change a verdict as things stand."""

from __future__ import annotations

from validator.application.places import Asked
from validator.calls import Call
from validator.report import Report, Status
from validator.rules.reads import readers

__all__ = ["moot", "readers"]


def moot(asked: Asked, report: Report, call: Call) -> frozenset[str]:
    """Return the questions and lists whose answers change no verdict as things stand.

    A verdict depends only on the answers that its rule reads. So an answer is moot when every rule
    that can ever read the answer is decided, and was decided without reading it. Other answers may
    make it matter again. An answer that no rule can read is not moot: documents print it.

    Args:
        asked: the questions and lists of an application.
        report: the report of its check.
        call: the call that it was checked for.

    Returns:
        JSON pointers.
    """
    opened = {f.rule for f in report.findings if f.status is Status.MISSING}
    used = {pointer for f in report.findings for pointer in (*f.fields, *f.settles)}
    unread = (place for place in (*asked.answers, *asked.lists) if place not in used)
    return frozenset(
        pointer
        for pointer in unread
        if (rules := readers(call, pointer)) and opened.isdisjoint(rules)
    )
