"""A situation of the examples: an application to start from, and what is different in it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from validator.application import Application
from validator.calls import Call, load
from validator.check import check
from validator.example import example
from validator.report import Basis, Finding, Status
from validator.rules import rules_of

CALL = load("shanxi_alliance_2023")
RULES = rules_of(CALL)


class Example(BaseModel):
    """What one rule says of one situation.

    `set` and `unset` name answers by JSON pointer; `*` is every row of a list. An index one past
    the end of a list adds a row. `says` and `advises` are words that must be in the message and
    the advice, `settles` answers that must be among those named as deciding.
    """

    model_config = ConfigDict(extra="forbid")

    rule: str
    situation: str
    base: Literal["complete", "minimal", "empty"] = "complete"
    members: int = 11
    set: dict[str, Any] = {}
    unset: tuple[str, ...] = ()
    on: date | None = None
    recognised: tuple[str, ...] = ()
    status: Status
    says: tuple[str, ...] = ()
    advises: tuple[str, ...] = ()
    basis: Basis | None = None
    settles: tuple[str, ...] = ()

    @property
    def call(self) -> Call:
        """The call, with the alliances that this situation supposes to be recognised."""
        return CALL.model_copy(update={"recognised": self.recognised})

    @property
    def application(self) -> Application:
        """The application of this situation."""
        answers = json.loads(self._start().model_dump_json(exclude_defaults=True))
        for pointer, answer in self.set.items():
            for holder, key in _places(answers, pointer):
                if isinstance(holder, list) and key == len(holder):
                    holder.append(answer)
                else:
                    holder[key] = answer
        for pointer in self.unset:
            for holder, key in _places(answers, pointer):
                del holder[key]
        return Application.model_validate_json(json.dumps(answers))

    def find(self) -> Finding:
        """What the rule says of it."""
        findings = check(self.application, self.call, self.on).findings
        return next(finding for finding in findings if finding.rule == self.rule)

    def _start(self) -> Application:
        if self.base == "empty":
            return Application()
        return example(CALL, minimal=self.base == "minimal", members=self.members)


def _places(answers: Any, pointer: str) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - JSON
    """Every place that a pointer names, as the object or list that holds it and its key there."""
    *path, last = pointer.split("/")[1:]
    holders = [answers]
    for step in path:
        holders = [inner for holder in holders for inner in _inside(holder, step)]
    for holder in holders:
        yield holder, int(last) if isinstance(holder, list) else last


def _inside(holder: Any, step: str) -> list[Any]:  # noqa: ANN401 - JSON
    if step == "*":
        return holder
    return [holder[int(step)]] if isinstance(holder, list) else [holder.setdefault(step, {})]


def _read(file: Path) -> list[Example]:
    by_rule = tomllib.loads(file.read_text("utf-8"))
    return [Example(rule=rule, **entry) for rule, entries in by_rule.items() for entry in entries]


FILES = sorted((Path(__file__).parent / "examples").glob("*.toml"))
BY_FILE = {file.stem: _read(file) for file in FILES}
EXAMPLES = [example for examples in BY_FILE.values() for example in examples]
