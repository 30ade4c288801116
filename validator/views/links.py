"""Where the pages stand that results link to, seen from the page that shows them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Links(BaseModel):
    """Addresses: notice, table of rules, readings, materials, self-check."""

    model_config = ConfigDict(frozen=True)

    notice: str
    rules: str
    questions: str
    materials: str
    self_check: str

    def clause(self, anchor: str) -> str:
        """The address of a clause of the notice."""
        return f"{self.notice}#{anchor}"

    def rule(self, rule: str) -> str:
        """The address of a rule's row in the table of rules."""
        return f"{self.rules}#{rule.lower()}"

    def reading(self, number: str) -> str:
        """Where a reading of an ambiguous sentence is explained, e.g. 4.6."""
        return f"{self.questions}#reading-{number.replace('.', '-')}"
