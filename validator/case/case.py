"""The case that a rule decides: the answers, the call and the day of submission."""

from __future__ import annotations

from datetime import date

from validator.application import Application
from validator.calls import Call
from validator.case.answers import ApplicationAnswers
from validator.case.tracking import Log


class Case(ApplicationAnswers):
    """An application as a rule reads it, with the call and the day that it is judged by.

    Attributes:
        call: the call (通知) that the application answers.
        on: the day of submission; None while not known. A rule takes the day from
            `submission_day` (`validator.rules.units`), which notes the planned day as read.
        asked: the model of the application, with the titles of its questions.
    """

    __slots__ = ("asked", "call", "on")

    def __init__(
        self, application: Application, call: Call, on: date | None, log: Log | None = None
    ) -> None:
        """Take an application to be judged by `call` on a day; `log` notes the answers read."""
        super().__init__(application, "", Log() if log is None else log)
        self.asked = type(application)
        self.call = call
        self.on = on
