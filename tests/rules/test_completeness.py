"""Wherever one gets by answering, every rule is decided or says which answers it wants.

Seeded walks over the models' own types: an open finding names its places, one of them is
answered by lot; now and then an earlier answer changes, a member comes or goes.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rules.drafts import drawn, without
from rules.situations import CALL, EXAMPLES, Example
from rules.walks import Walk, opened
from validator.application import Application
from validator.application.choices import Premises
from validator.application.places import UNANSWERED, asked
from validator.calls import Call
from validator.check import check, judge
from validator.example import example
from validator.report import Finding, Outcome, Report, Status

pytestmark = pytest.mark.no_cover

STARTS = {
    "empty": lambda _seed: Application(),
    "minimal": lambda _seed: example(CALL, minimal=True),
    "gaps": lambda seed: without(seed, 0.4),
    "by lot": drawn,
    "a rule's example": lambda seed: EXAMPLES[seed * 67 % len(EXAMPLES)].application,
}
OPEN = [example for example in EXAMPLES if example.status is Status.MISSING]
SEEDS = range(4)
_WANDERING, _LONGEST, _LOOK_EVERY, _TRIES = 60, 4000, 25, 40
_MAY_CHANGE = ("/submission/planned_on", "/organs/office/host", "/has_partners")


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_walk_that_keeps_answering_is_decided_and_open_until_then(start: str, seed: int) -> None:
    walk = Walk(STARTS[start](seed), seed)
    for number, report in enumerate(_reports(walk)):
        assert _dishonest(walk.application, opened(report)) == {}
        if number % _LOOK_EVERY == 0:
            stuck = {f.rule: f for f in opened(report) if not _can_change(walk, f)}
            assert stuck == {}
    assert opened(report) == []
    assert report.outcome in (Outcome.NOT_MET, Outcome.NO_VIOLATION_FOUND)


@pytest.mark.parametrize("example", OPEN, ids=[f"{e.rule}: {e.situation}" for e in OPEN])
def test_to_answer_what_an_example_asks_for_changes_its_finding(example: Example) -> None:
    finding = example.find()
    assert _dishonest(example.application, [finding]) == {}
    walk = Walk(example.application, 7)
    if example.on:
        walk.draft.setdefault("submission", {})["planned_on"] = str(example.on)
    assert _can_change(walk, finding, example.call), finding.settles


def _reports(walk: Walk) -> Iterator[Report]:
    """The reports on the way: wandering first, then straight on until nothing is open."""
    for number in range(_LONGEST):
        report = check(walk.application, CALL)
        yield report
        if number < _WANDERING and walk.dice.random() < 0.2:
            walk.wander()
        elif opened(report):
            walk.step(report)
        elif number >= _WANDERING:
            return


def _dishonest(application: Application, findings: list[Finding]) -> dict[str, str]:
    """Open findings that name nothing, or a place that is not there or already answered."""
    broken, places = {}, asked(application)
    for finding in findings:
        absent = set(finding.settles) - {*places.answers, *places.lists}
        questions = [pointer for pointer in finding.settles if pointer in places.answers]
        answered = [it for it in questions if not _is_open(it, places.answers[it])]
        if not finding.settles or absent or answered:
            broken[finding.rule] = f"{finding.message} {absent} {answered}"
    return broken


def _is_open(pointer: str, held: object) -> bool:
    """Whether there is something left to say: nothing was said, or not yet, or one more."""
    not_yet = held is False or held is Premises.NONE
    growing = pointer.endswith(("/business_years", "/presence"))
    return held in UNANSWERED or not_yet or growing or pointer in _MAY_CHANGE


def _can_change(walk: Walk, finding: Finding, call: Call = CALL) -> bool:
    """Whether some answers to all that a finding asks for decide it, or leave other places open."""
    for _ in range(_TRIES):
        application = walk.fork().answer_all(finding.settles).application
        (now,) = judge(application, call, None, [finding.rule])
        if now.status is not Status.MISSING or set(now.settles) != set(finding.settles):
            return True
    return False
