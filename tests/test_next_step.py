"""What to answer next: the nearest findings first, and the questions that close most."""

from __future__ import annotations

import json

import pytest
from rules.drafts import without
from rules.walks import Walk

from validator.application import Application
from validator.calls import load
from validator.check import check
from validator.example import example
from validator.next_step import next_answers
from validator.report import Status

CALL = load("shanxi_alliance_2023")
COMPLETE = json.loads(example(CALL).model_dump_json(exclude_defaults=True))


def _without(*pointers: str) -> Application:
    draft = json.loads(json.dumps(COMPLETE))
    for pointer in pointers:
        *path, last = pointer.split("/")[1:]
        holder = draft
        for step in path:
            holder = holder[int(step) if isinstance(holder, list) else step]
        del holder[last]
    return Application.model_validate_json(json.dumps(draft))


def test_nothing_is_next_when_all_is_decided() -> None:
    found = next_answers(check(_without(), CALL))
    assert (found.nearest, found.findings, found.places, found.closing) == ((), 0, 0, ())


def test_the_findings_with_the_fewest_answers_come_next() -> None:
    application = _without("/submission/copies", "/agreement/goals", "/agreement/tasks")
    found = next_answers(check(application, CALL))
    assert [finding.rule for finding in found.nearest] == ["R58"]
    assert (found.findings, found.places) == (2, 3)


def test_the_question_that_closes_most_stands_first() -> None:
    report = check(_without("/alliance/members_listed", "/submission/copies"), CALL)
    first, second = next_answers(report).closing
    assert first.pointer == "/alliance/members_listed"
    assert {"R19", "R22", "R24", "R41"} < set(first.rules)
    assert (second.pointer, second.rules) == ("/submission/copies", ("R58",))
    closed = check(_without("/submission/copies"), CALL)
    still = {f.rule for f in closed.findings if f.status is Status.MISSING}
    assert still.isdisjoint(first.rules)


def test_preferences_and_hints_keep_nothing_open() -> None:
    report = check(_without("/lead/above_scale", "/alliance/counts/total"), CALL)
    assert {f.rule for f in report.findings if f.status is Status.MISSING} == {"R02", "C7"}
    assert next_answers(report).findings == 0


@pytest.mark.parametrize("seed", range(12))
def test_a_question_that_closes_findings_alone_really_can(seed: int) -> None:
    walk = Walk(Application() if seed % 4 == 0 else without(seed, 0.1 * (seed % 4)), seed)
    for closing in next_answers(check(walk.application, CALL)).closing:
        assert any(_closes(walk, closing.pointer, closing.rules) for _ in range(80)), closing


def _closes(walk: Walk, pointer: str, rules: tuple[str, ...]) -> bool:
    findings = check(walk.fork().answer_all([pointer]).application, CALL).findings
    return not any(f.rule in rules and f.status is Status.MISSING for f in findings)
