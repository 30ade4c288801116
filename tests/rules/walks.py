"""Fills in applications one answer at a time; each answer is drawn by lot from its type."""

from __future__ import annotations

import json
from collections.abc import Iterable
from random import Random
from typing import Any

from rules.drafts import SCHEMA, answers, dice_of, draw
from rules.situations import CALL
from validator.application import Application
from validator.report import Finding, Report, Status

_BLANK_ROWS = 0.7
"""The share of new rows that begin empty, as they do on the form."""

_LIKELY = {"business_years": list(CALL.thresholds.business_years)}
"""Answers that are drawn more often than by lot, since a lot would hardly ever hit them."""


class Walk:
    """A draft that is filled in answer by answer; `application` is its present state."""

    def __init__(self, start: Application, seed: int) -> None:
        """Begin with an application; the same seed gives the same answers."""
        self.dice: Random = dice_of(seed)
        self.draft: dict[str, Any] = json.loads(start.model_dump_json(exclude_defaults=True))

    @property
    def application(self) -> Application:
        """The application of the answers so far."""
        return Application.model_validate_json(json.dumps(self.draft))

    def fork(self) -> Walk:
        """Return another walk that begins with the answers so far."""
        return Walk(self.application, self.dice.randrange(1 << 30))

    def step(self, report: Report) -> None:
        """Give one of the answers that an open finding asks for."""
        finding = self.dice.choice(opened(report))
        self.answer(self.dice.choice(finding.settles))

    def wander(self) -> None:
        """Change an earlier answer, or the list of members."""
        members = self.draft.setdefault("members", [])
        match self.dice.randrange(4):
            case 0:
                self.answer("/members")
            case 1 if members:
                members.pop(self.dice.randrange(len(members)))
            case _:
                given = [place for place, _ in answers(self.draft) if place != "/notice"]
                if given:
                    self.answer(self.dice.choice(given))

    def answer_all(self, pointers: Iterable[str]) -> Walk:
        """Answer several questions."""
        for pointer in pointers:
            self.answer(pointer)
        return self

    def answer(self, pointer: str) -> None:
        """Answer a question anew, or add a row to a list; a full list changes its last row."""
        *path, last = pointer.split("/")[1:]
        holder: Any = self.draft
        for step in path:
            holder = holder[int(step)] if isinstance(holder, list) else _part(holder, step)
        schema = _schema_at(pointer)
        if "$ref" not in schema.get("items", {}):
            likely = last in _LIKELY and self.dice.random() < 0.5
            holder[last] = _LIKELY[last] if likely else draw(schema, self.dice, blanks=0)
            return
        rows = _part(holder, last, [])
        if len(rows) == schema["maxItems"]:
            rows.pop()
        blank = self.dice.random() < _BLANK_ROWS
        rows.append({} if blank else draw(schema["items"], self.dice, blanks=0.3))


def opened(report: Report) -> list[Finding]:
    """Return the findings that lack an answer, including those of preferences and hints."""
    return [finding for finding in report.findings if finding.status is Status.MISSING]


def _part(holder: dict[str, Any], name: str, empty: Any = None) -> Any:  # noqa: ANN401 - JSON
    if holder.get(name) is None:
        holder[name] = {} if empty is None else empty
    return holder[name]


def _schema_at(pointer: str) -> dict[str, Any]:
    schema = SCHEMA
    for step in pointer.split("/")[1:]:
        schema = schema["items"] if step.isdigit() else schema["properties"][step]
        if "$ref" in schema:
            schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        return schema | schema["anyOf"][0]
    return schema
