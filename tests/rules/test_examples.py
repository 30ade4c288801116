"""The examples are the specification: in each situation, each rule of a call says what is told."""

from __future__ import annotations

from collections import defaultdict

import pytest

from validator.calls import Call, available, load
from validator.publisher.situations import Situation, found, situations, surprise
from validator.report import Status
from validator.rules import rules_of

CALLS = [load(name) for name in available()]
TOLD = [
    pytest.param(call, rule, one, id=f"{call.id} {rule} {one.status.value}: {one.situation}")
    for call in CALLS
    for rule, its in situations(call).items()
    for one in its
]


@pytest.mark.parametrize(("call", "rule", "one"), TOLD)
def test_example(call: Call, rule: str, one: Situation) -> None:
    assert surprise(call, rule, one) == ""
    finding = found(call, rule, one)
    assert finding.settles or finding.status is not Status.MISSING


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.id)
def test_every_status_of_a_rule_has_an_example_and_no_other_does(call: Call) -> None:
    shown = defaultdict(set)
    for rule, its in situations(call).items():
        shown[rule] |= {one.status for one in its}
    assert shown == {rule.id: set(rule.statuses) for rule in rules_of(call)}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.id)
def test_no_situation_of_a_rule_stands_twice(call: Call) -> None:
    told = [(rule, one.situation) for rule, its in situations(call).items() for one in its]
    assert len(told) == len(set(told))
