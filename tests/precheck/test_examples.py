"""The examples are the specification: what the rules say, what is carried over, what is not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from precheck.situations import CALL, EXAMPLES, Example, answers_of, findings
from validator import drafts
from validator.precheck import PreCheck, as_draft
from validator.precheck.choices import Signed
from validator.precheck.speaking import all_questions

NOTHING = object()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.situation)
def test_what_the_rules_say(example: Example) -> None:
    found = findings(answers_of(example.given))
    said = {rule: found[rule].status.value for rule in example.statuses}
    assert said == {rule: status.value for rule, status in example.statuses.items()}
    assert {r: found[r].message for r, words in example.says.items()
            if words not in found[r].message} == {}  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.situation)
def test_what_is_carried_over(example: Example) -> None:
    draft = json.loads(drafts.save(as_draft(answers_of(example.given), CALL)))
    assert draft["notice"] == CALL.id
    assert {place: _at(draft, place) for place in example.carried} == example.carried
    assert [place for place in example.open if _at(draft, place) is not NOTHING] == []


def test_every_question_and_every_choice_of_its_own_has_an_example() -> None:
    told = {place for example in EXAMPLES for place in example.answers}
    missing = {question.pointer for question in all_questions(PreCheck)} - told
    assert missing == {"/bodies/office", "/support/towns"}  # as their neighbours
    signed = {example.answers.get("/agreement/signed") for example in EXAMPLES}
    assert signed == {None, *map(str.lower, Signed.__members__)}


def _at(holder: Any, pointer: str) -> Any:  # noqa: ANN401 - JSON
    for step in pointer.split("/")[1:]:
        if isinstance(holder, list):
            holder = holder[int(step)] if int(step) < len(holder) else NOTHING
        else:
            holder = holder.get(step, NOTHING) if isinstance(holder, dict) else NOTHING
    return holder
