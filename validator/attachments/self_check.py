"""The check that a report in Word tells of; made only for a template that asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from validator.application import Application
from validator.calls import Call
from validator.check import check
from validator.problems import Problem
from validator.views import Account, account

REPORT: Final = "self_check_report"
"""The name under which the report is filled."""


@dataclass(frozen=True)
class SelfCheck:
    """A check to come: what is checked, and the answers that could not be used."""

    application: Application
    call: Call
    on: date | None
    problems: tuple[Problem, ...]

    @cached_property
    def account(self) -> Account:
        """The report in words."""
        report = check(self.application, self.call, self.on, self.problems)
        return account(report, self.application, self.call, self.problems)
