"""Questions that cannot matter any more, whatever is answered to them."""

from __future__ import annotations

from validator.application.places import Asked
from validator.report import Report, Status
from validator.rules.reads import readers

__all__ = ["moot", "readers"]


def moot(asked: Asked, report: Report) -> frozenset[str]:
    """Return the questions and lists whose answer changes nothing as things stand.

    A rule is a function of what it reads. So an answer is of no matter when every rule that can
    ever read it is decided, and decided without having read it. Other answers may bring it back.
    What no rule reads at all is not meant: it stands on the documents.

    Args:
        asked: the questions and lists of an application.
        report: what a check of it said.

    Returns:
        JSON pointers.
    """
    ran = {finding.rule for finding in report.findings}
    opened = {f.rule for f in report.findings if f.status is Status.MISSING}
    used = {pointer for f in report.findings for pointer in (*f.fields, *f.settles)}
    unread = (place for place in (*asked.answers, *asked.lists) if place not in used)
    return frozenset(
        pointer
        for pointer in unread
        if (rules := ran.intersection(readers(pointer))) and rules.isdisjoint(opened)
    )
