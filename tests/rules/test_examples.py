"""The examples are the specification: each rule, in each situation, says what stands there."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from rules.situations import BY_FILE, EXAMPLES, RULES, Example
from validator.report import Status
from validator.rules import Rule


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=[f"{e.rule} {e.status.value}: {e.situation}" for e in EXAMPLES]
)
def test_example(example: Example) -> None:
    finding = example.find()
    assert finding.status.value == example.status.value, finding.message
    assert [words for words in example.says if words not in finding.message] == [], finding.message
    assert [words for words in example.advises if words not in finding.advice] == [], finding.advice
    assert set(example.settles) <= set(finding.settles)
    assert finding.settles or finding.status is not Status.MISSING
    assert example.basis in {None, finding.basis}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_status_of_a_rule_has_an_example_and_no_other_does(rule: Rule) -> None:
    assert _codes(e.status for e in EXAMPLES if e.rule == rule.id) == _codes(rule.statuses)


def test_the_examples_of_a_rule_stand_in_one_file() -> None:
    told = [
        rule for examples in BY_FILE.values() for rule in {example.rule for example in examples}
    ]
    assert len(told) == len(set(told))


def test_no_situation_stands_twice() -> None:
    told = [(example.rule, example.situation) for example in EXAMPLES]
    assert len(told) == len(set(told))


def _codes(statuses: Iterable[Status]) -> set[str]:
    return {status.value for status in statuses}
