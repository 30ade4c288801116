"""The addresses of the pages that results link to, relative to the page that shows the results."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Links(BaseModel):
    """The addresses of the notice, the rules, the readings, the materials and the self-check."""

    model_config = ConfigDict(frozen=True)

    notice: str
    rules: str
    questions: str
    materials: str
    self_check: str

    def clause(self, anchor: str) -> str:
        """Return the address of a clause of the notice, by the clause's `anchor`."""
        return f"{self.notice}#{anchor}"

    def rule(self, rule: str) -> str:
        """Return the address of a rule's row in the table of rules, by the rule's id."""
        return f"{self.rules}#{rule.lower()}"

    def reading(self, number: str) -> str:
        """Return the address where a reading is explained, by its number, e.g. 4.6."""
        return f"{self.questions}#reading-{number.replace('.', '-')}"
