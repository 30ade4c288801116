"""Answers of the pre-check for tests: the examples, a complete set, and answers drawn by lot."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from pydantic import BaseModel, ConfigDict

from validator.calls import load
from validator.check import check
from validator.precheck import PreCheck, as_application, read
from validator.precheck.speaking import Question, all_questions
from validator.report import Finding, Status

CALL = load("shanxi_alliance_2023")
SCHEMA = PreCheck.model_json_schema()
COMPLETE = {
    "location": {"province": "山西省"},
    "lead": {"category": "enterprise", "standing": "independent"},
    "members": {
        "enterprise": 7,
        "university": 2,
        "institute": 2,
        "services": 0,
        "others": 0,
        "core": 11,
        "dependent": 0,
    },
    "agreement": {"signed": "all"},
    "beginning": {
        "effective_on": "2022-03-01",
        "charter_on": "2022-03-10",
        "had_meeting": True,
        "meeting_on": "2022-03-10",
    },
    "bodies": {"council": "established", "committee": "established", "office": "established"},
    "office": {"full_time": True, "premises": True},
    "money": {"rules_exist": True},
    "records": {"misconduct": False, "blacklisted": False},
    "recognition": {"recognised": "never"},
    "support": {"chains": ["氢能"]},
    "submission": {"planned_on": "2023-08-08"},
}
_DAYS = ("2021-05-20", "2022-06-26", "2022-12-01", "2023-08-08", "2023-08-14")


class Example(BaseModel):
    """An entry of examples.toml, whose head says what the keys mean."""

    model_config = ConfigDict(extra="forbid")

    situation: str
    answers: dict[str, Any] = {}
    statuses: dict[str, Status]
    says: dict[str, str] = {}
    carried: dict[str, Any] = {}
    open: tuple[str, ...] = ()

    @property
    def given(self) -> dict[str, Any]:
        """The answers as the page sends them."""
        given: dict[str, Any] = {}
        for pointer, value in self.answers.items():
            _, section, name = pointer.split("/")
            given.setdefault(section, {})[name] = value
        return given


EXAMPLES = [
    Example.model_validate(entry)
    for entry in tomllib.loads(
        Path(__file__).with_name("examples.toml").read_text("utf-8"),
    )["examples"]
]


def answers_of(given: dict[str, Any]) -> PreCheck:
    """Read answers that are all usable."""
    received = read(json.dumps(given), CALL)
    assert received.problems == ()
    return received.answers


def findings(answers: PreCheck) -> dict[str, Finding]:
    """Return the findings of a pre-check, by the id of their rule."""
    report = check(as_application(answers, CALL), CALL)
    return {finding.rule: finding for finding in report.findings}


def possible(question: Question) -> tuple[Any, ...]:
    """Return answers to a question, at least one of every kind that the rules tell apart."""
    _, section, name = question.pointer.split("/")
    kind = SCHEMA["$defs"][SCHEMA["properties"][section]["$ref"].rpartition("/")[2]]
    schema = kind["properties"][name]["anyOf"][0]
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if "oneOf" in schema:
        return tuple(choice["const"] for choice in schema["oneOf"])
    words = {"chains": CALL.support.chains, "towns": CALL.support.towns}.get(name)
    if words:
        return tuple([word] for word in words)
    if name == "province":
        return ("山西省", "北京市", "境外")
    if schema.get("format") == "date":
        return _DAYS
    return {"boolean": (True, False), "integer": (0, 1, 2, 4, 11, 40), "string": ("算力",)}[
        schema["type"]
    ]


def drawn(seeds: range) -> Iterator[PreCheck]:
    """Yield answers drawn by lot, some left out; contradictory answers count as unanswered."""
    for seed in seeds:
        dice = Random(seed)  # noqa: S311 - the same lot every time, and no secret
        blanks = dice.choice((0.0, 0.2, 0.6))
        given: dict[str, Any] = {}
        for question in all_questions(PreCheck):
            _, section, name = question.pointer.split("/")
            if dice.random() >= blanks:
                given.setdefault(section, {})[name] = dice.choice(possible(question))
        yield read(json.dumps(given), CALL).answers
