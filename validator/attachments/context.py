"""The names that a Word template may use: the answers, the call, and a few derived values."""

from datetime import date
from types import MappingProxyType
from typing import Final

import validator
from validator.application import Application
from validator.application import choices as closed_lists
from validator.application.base import Choice
from validator.application.operation import OperatingRecord
from validator.application.unit import YearFigures
from validator.application.without_hidden import without_hidden
from validator.attachments.binder import binder
from validator.attachments.counts import counts, reach, sealed
from validator.attachments.credited import ROLES, credited
from validator.attachments.self_check import SelfCheck
from validator.calls import Call
from validator.fingerprint import fingerprint
from validator.problems import Problem

CHOICES: Final = MappingProxyType(
    {
        kind.__name__.lower(): tuple(kind)
        for kind in vars(closed_lists).values()
        if isinstance(kind, type) and issubclass(kind, Choice) and kind is not Choice
    },
)
"""Every closed list of answers by the name of its class in lower case, for rows of check boxes."""


def build(
    application: Application,
    call: Call,
    on: date | None,
    problems: tuple[Problem, ...] = (),
) -> dict[str, object]:
    """Return what a template may name.

    Args:
        application: What was declared, complete or not.
        call: The call it answers.
        on: The day the document is made for.
        problems: Answers that could not be used; only the report's template prints them.

    Returns:
        By name:

        - every section of the application, without answers that an earlier answer hides;
        - ``units``, the lead and all members;
        - ``counts``, the numbers of members by kind; ``sealed``, the number of units that have
          sealed the agreement; ``reach``, the numbers of units in preferred regions and of 双一流
          schools;
        - ``figures``, the lead's business of each year the notice asks for; ``records``, by date,
          the undated ones last;
        - ``binder``, the materials; ``credited``, who declares good credit, in which of the
          ``credit_roles``;
        - ``self_check``, whose ``account`` is the report in words;
        - ``choices``, ``call``, ``on``;
        - ``fingerprint`` and ``version``, which tell the rules that the document was made with.
    """
    answers = without_hidden(application)
    return {
        **{name: getattr(answers, name) for name in type(answers).model_fields},
        "units": (answers.lead, *answers.members),
        "counts": counts(answers),
        "sealed": sealed(answers),
        "reach": reach(answers, call),
        "figures": _figures(answers, call),
        "records": _by_date(answers.operation.records),
        "binder": binder(answers, call),
        "credited": credited(answers),
        "credit_roles": ROLES,
        "self_check": SelfCheck(application, call, on, problems),
        "choices": CHOICES,
        "call": call,
        "on": on,
        "fingerprint": fingerprint(call),
        "version": validator.__version__,
    }


def _figures(application: Application, call: Call) -> tuple[YearFigures, ...]:
    stated = {figures.year: figures for figures in application.lead.figures}
    years = call.thresholds.business_years
    return tuple(stated.get(year, YearFigures(year=year)) for year in years)


def _by_date(records: tuple[OperatingRecord, ...]) -> tuple[OperatingRecord, ...]:
    return tuple(sorted(records, key=lambda it: (it.held_on is None, it.held_on or date.max)))
