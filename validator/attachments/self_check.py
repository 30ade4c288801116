"""The check that the report in Word prints; run only when a template asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from validator.application import Application
from validator.calls import Call
from validator.check import check
from validator.problems import Problem
from validator.views import Account, account


@dataclass(frozen=True)
class SelfCheck:
    """What would be checked: an application, its call, its day, and the unusable answers."""

    application: Application
    call: Call
    on: date | None
    problems: tuple[Problem, ...]

    @cached_property
    def account(self) -> Account:
        """The report with what is printed beside it; the check runs when this is first read."""
        report = check(self.application, self.call, self.on, self.problems)
        return account(report, self.application, self.call, self.problems)
