"""The pre-check speaks through the rules alone, and hands over nothing that may be false."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from precheck.situations import CALL, COMPLETE, EXAMPLES, answers_of, drawn, findings, possible
from validator import drafts
from validator.application import Application
from validator.check import check
from validator.precheck import PreCheck, as_application, as_draft, read
from validator.precheck.fills import fills
from validator.precheck.speaking import Question, all_questions, speaks_to
from validator.report import Status

TOLD = [*(answers_of(example.given) for example in EXAMPLES), *drawn(range(150))]
NOTHING = PreCheck()


@pytest.mark.parametrize("question", all_questions(PreCheck), ids=lambda question: question.pointer)
def test_every_question_changes_some_finding(question: Question) -> None:
    _, section, name = question.pointer.split("/")
    given = deepcopy(COMPLETE)
    given[section].pop(name, None)
    without = findings(answers_of(given))
    differing = []
    for value in possible(question):
        given[section][name] = value
        answers = read(json.dumps(given), CALL).answers
        found = findings(answers)
        differing += [rule for rule, finding in found.items() if finding != without[rule]]
    assert differing


def test_only_rules_that_it_speaks_to_change() -> None:
    before = findings(NOTHING)
    changed = {
        rule
        for answers in TOLD
        for rule, finding in findings(answers).items()
        if finding.status is not before[rule].status
        if not (speaks_to(finding, PreCheck) or speaks_to(before[rule], PreCheck))
    }
    assert changed == set()


def test_every_place_that_it_fills_is_declared_by_a_question() -> None:
    declared = {place for question in all_questions(PreCheck) for place in question.places}
    made_up = {"/notice", "/members/*/name"}
    filled = {
        place
        for answers in TOLD
        for place in _places(as_application(answers, CALL).model_dump(exclude_defaults=True))
    }
    undeclared = {
        place
        for place in filled - made_up
        if not any(place == one or place.startswith(f"{one}/") for one in declared)
    }
    assert undeclared == set()


def test_the_draft_reads_back_without_problems() -> None:
    for answers in TOLD:
        draft = as_draft(answers, CALL)
        received = drafts.read(drafts.save(draft))
        assert received.problems == ()
        assert received.application == draft


def test_the_draft_says_the_same_or_leaves_it_open() -> None:
    differing = {}
    for answers in TOLD:
        checked, draft = as_application(answers, CALL), as_draft(answers, CALL)
        for one, other in zip(_statuses(checked), _statuses(draft), strict=True):
            allowed = {one[1]} if checked == draft else {one[1], Status.MISSING}
            if other[1] not in allowed:
                differing[one[0]] = (one[1], other[1], answers)
    assert differing == {}


def test_with_everything_known_the_draft_says_exactly_the_same() -> None:
    answers = answers_of(COMPLETE)
    assert as_draft(answers, CALL) == as_application(answers, CALL)
    stopped = [f.rule for f in findings(answers).values() if f.status is Status.NOT_MET]
    assert stopped == []


def test_no_answer_left_out_turns_into_not_met() -> None:
    refused = {}
    for question in all_questions(PreCheck):
        _, section, name = question.pointer.split("/")
        given = deepcopy(COMPLETE)
        given[section].pop(name, None)
        found = [f.rule for f in findings(answers_of(given)).values() if f.status is Status.NOT_MET]
        refused |= {question.pointer: found} if found else {}
    assert refused == {}


def test_nobody_is_named_or_blamed_in_the_draft() -> None:
    for answers in TOLD:
        for unit in as_draft(answers, CALL).members:
            assert unit.name is None
            assert not unit.credit.has_misconduct
            assert not unit.credit.misconduct
            assert not unit.credit.queries


def test_a_question_about_a_place_that_is_none_is_refused() -> None:
    with pytest.raises(LookupError, match="/members/\\*/shoe_size"):
        fills("/members/*/shoe_size")
    with pytest.raises(LookupError):
        fills("/lead/name", "/lead/name/first")


def _statuses(application: Application) -> list[tuple[str, Status]]:
    return [(f.rule, f.status) for f in check(application, CALL).findings]


def _places(value: Any, pointer: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _places(inner, f"{pointer}/{name}")
    elif isinstance(value, (list, tuple)) and value and isinstance(value[0], dict):
        for inner in value:
            yield from _places(inner, f"{pointer}/*")
    else:
        yield pointer
