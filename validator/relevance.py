"""Questions that cannot matter any more, whatever is answered to them."""

from __future__ import annotations

from validator.application import Application
from validator.application.places import places
from validator.report import Report, Status
from validator.rules.reads import readers

__all__ = ["irrelevant", "readers"]


def irrelevant(application: Application, report: Report) -> frozenset[str]:
    """Return the questions and lists whose answer changes nothing as things stand.

    A rule is a function of what it reads. So an answer is of no matter when every rule that can
    ever read it is decided, and decided without having read it. Other answers may bring it back.
    What no rule reads at all is not meant: it stands on the documents.

    Args:
        application: what was declared.
        report: what a check of it said.

    Returns:
        JSON pointers.
    """
    decided = {f.rule for f in report.findings if f.status is not Status.MISSING}
    used = {pointer for f in report.findings for pointer in (*f.fields, *f.settles)}
    unread = (p.pointer for p in places(application) if p.pointer not in used)
    return frozenset(
        pointer for pointer in unread if (rules := readers(pointer)) and decided.issuperset(rules)
    )
