"""Judges fitted to other calls do what their examples say, and read what they tell."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from rules.fitted import BY_JUDGE, FITTED, Fitted
from rules.situations import CALL
from validator.report import Status
from validator.rules import JUDGES
from validator.rules.reads import pattern, reads_of

USED = {rule.judge for rule in CALL.rules}
TRIED = [name for name, examples in BY_JUDGE.items() if examples and name not in USED]


@pytest.mark.parametrize("example", FITTED, ids=[f"{e.judge}: {e.situation}" for e in FITTED])
def test_example(example: Fitted) -> None:
    finding = example.find()
    assert finding.status is example.status, finding.message
    assert [words for words in example.says if words not in finding.message] == [], finding.message
    assert [words for words in example.advises if words not in finding.advice] == [], finding.advice
    assert set(example.settles) <= set(finding.settles), finding.settles
    assert finding.settles or finding.status is not Status.MISSING
    assert finding.message.endswith("。")
    assert "{" not in finding.message + finding.advice
    assert set(map(pattern, finding.fields)) <= reads_of(example.call)[example.rule]


@pytest.mark.parametrize("name", TRIED)
def test_a_judge_shows_every_status_and_reads_all_that_it_tells(name: str) -> None:
    examples = BY_JUDGE[name]
    assert _codes(one.find().status for one in examples) == _codes(JUDGES[name].statuses)
    told = {place for one in examples for place in reads_of(one.call)[one.rule]}
    read = {place for one in examples for place in map(pattern, one.find().fields)}
    assert told == read


def test_every_judge_is_tried_here_or_by_a_call() -> None:
    assert USED | set(TRIED) == set(JUDGES)


def test_no_situation_stands_twice() -> None:
    told = [(example.judge, example.situation) for example in FITTED]
    assert len(told) == len(set(told))


def _codes(statuses: Iterable[Status]) -> set[str]:
    return {status.value for status in statuses}
