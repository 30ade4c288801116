"""The situations of the first call's own tests (examples.toml), each with its rule and the call."""

from __future__ import annotations

from validator.application import Application
from validator.calls import Call, load
from validator.publisher.situations import Situation, application_of, call_of, found, situations
from validator.report import Finding
from validator.rules import rules_of

CALL = load("shanxi_alliance_2023")
RULES = rules_of(CALL)


class Example(Situation):
    """What one rule of the call says of one situation."""

    rule: str

    @property
    def call(self) -> Call:
        """The call, with the alliances that this situation supposes to be recognised."""
        return call_of(CALL, self)

    @property
    def application(self) -> Application:
        """The application of this situation."""
        return application_of(self.call, self)

    def find(self) -> Finding:
        """What the rule says of it."""
        return found(self.call, self.rule, self)


EXAMPLES = [
    Example(rule=rule, **one.model_dump()) for rule, its in situations(CALL).items() for one in its
]
