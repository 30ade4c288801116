"""An answer that cannot be used makes no verdict: what rests on it waits until it is right."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from rules.drafts import answers

from validator import precheck
from validator.application.places import asked
from validator.calls import load
from validator.check import check
from validator.drafts import Received, read, save
from validator.example import example
from validator.recheck import Recheck
from validator.report import Finding, Report, Status
from validator.rules import rules_of
from validator.rules.reads import reads_of
from validator.whatif import what_if

CALL = load("shanxi_alliance_2023")
RULES = rules_of(CALL)
DRAFT = json.loads(save(example(CALL)))
SMALL = json.loads(save(example(CALL, members=2)))
RIGHT = {finding.rule: finding for finding in check(example(CALL, members=2), CALL).findings}
GROUPS = ("/lead", "/lead/signature", "/members", "/members/1", "/alliance/entity", "/agreement",
          "/organs/council/people", "/organs/council/people/0", "/operation/records",
          "/evidence/transfers", "/evidence/transfers/0", "/lead/credit/queries/0",
          "/members/0/credit")  # fmt: skip


def _report(received: Received) -> Report:
    return check(received.application, CALL, problems=received.problems)


def _find(draft: dict[str, Any], rule: str) -> Finding:
    report = _report(read(json.dumps(draft)))
    return next(finding for finding in report.findings if finding.rule == rule)


def _changed(draft: dict[str, Any]) -> dict[str, Finding]:
    report = _report(read(json.dumps(draft)))
    return {f.rule: f for f in report.findings if f != RIGHT[f.rule]}


def test_a_list_that_is_too_long_is_no_short_list() -> None:
    many = [copy.deepcopy(DRAFT["members"][0]) for _ in range(301)]
    for rule in ("R18", "R20", "R21", "R22", "R24", "R41", "C7"):
        finding = _find(DRAFT | {"members": many}, rule)
        assert finding.status is Status.MISSING, (rule, finding.message)
        assert finding.message == "成员单位填写有误（不得超过 300 项），改正后再判断。"
        assert finding.settles[0] == "/members"


def test_a_wrong_answer_anywhere_leaves_what_read_it_open() -> None:
    decided = {}
    draft = copy.deepcopy(SMALL)
    for place, section in answers(draft):
        name = place.rpartition("/")[2]
        if place in {"/notice", "/draft_version", "/fingerprint"}:
            continue
        before, section[name] = section[name], {"甲": 1}
        changed = _changed(draft)
        section[name] = before
        wrong = [rule for rule, f in changed.items() if f.status is not Status.MISSING]
        if wrong:
            decided[place] = wrong
    assert decided == {}


@pytest.mark.parametrize("place", GROUPS)
def test_a_group_or_row_that_is_lost_leaves_what_read_it_open(place: str) -> None:
    draft = copy.deepcopy(SMALL)
    *path, last = place.split("/")[1:]
    holder: Any = draft
    for step in path:
        holder = holder[int(step)] if isinstance(holder, list) else holder.setdefault(step, {})
    holder[int(last) if isinstance(holder, list) else last] = 7
    changed = _changed(draft)
    assert changed
    assert {f.status for f in changed.values()} == {Status.MISSING}
    assert all(f.message.endswith("改正后再判断。") and f.settles for f in changed.values())


def test_what_does_not_read_it_is_decided_as_before() -> None:
    draft = SMALL | {"submission": SMALL["submission"] | {"copies": "六"}}
    assert set(_changed(draft)) == {"R58"}


def test_many_wrong_answers_are_named_in_one_sentence() -> None:
    draft = copy.deepcopy(SMALL)
    for unit in (draft["lead"], *draft["members"]):
        unit["category"], unit["uscc"] = "甲", "1"
    said = _find(draft, "R18").message
    assert said.startswith("牵头单位 › 统一社会信用代码、")
    assert said.endswith("等 6 处填写有误，改正后再判断。")


def test_a_name_that_no_question_has_decides_nothing() -> None:
    assert _changed(SMALL | {"lead": SMALL["lead"] | {"colour": "红"}}) == {}


def test_every_rule_that_reads_can_be_left_open() -> None:
    reading = [rule for rule in RULES if reads_of(CALL)[rule.id]]
    deaf = [rule.id for rule in reading if Status.MISSING not in rule.statuses]
    assert deaf == []


def test_a_recheck_knows_what_cannot_be_used() -> None:
    again = Recheck()
    many = DRAFT | {"members": DRAFT["members"] * 30}
    for draft in (DRAFT, many, DRAFT, many | {"members": "无"}, many):
        received = read(json.dumps(draft))
        questions = asked(received.application)
        report = again.check(received.application, questions, CALL, received.problems)
        assert report == _report(received)


def test_nothing_is_gained_by_what_cannot_be_used() -> None:
    draft = copy.deepcopy(DRAFT)
    draft["members"][0]["signature"]["kind"] = "unsigned"
    draft["members"][-1]["uscc"] = "1"
    draft["organs"]["office"]["host"] = draft["members"][1]["name"]
    draft["submission"]["planned_on"] = "2023-08-12"
    draft["submission"]["copies"] = "六"
    received = read(json.dumps(draft))
    report = _report(received)
    changes = what_if(received.application, CALL, None, report, received.problems)
    assert changes
    touched = {place.split("/")[1] for change in changes for place in change.pointers}
    assert touched == {"organs", "submission"}
    improved = {effect.rule for change in changes for effect in change.improves}
    assert improved.isdisjoint({"R18", "R58"})


def test_a_pre_check_leaves_open_what_its_wrong_answers_speak_of() -> None:
    kinds = dict.fromkeys(("university", "institute", "others"), 1)
    given = {"members": {**kinds, "enterprise": 3, "services": 301, "core": 400}}
    received = precheck.read(json.dumps(given), CALL)
    application = precheck.as_application(received.answers, CALL)
    problems = precheck.unusable(received.problems, application, precheck.PreCheck)
    assert "/alliance/members_listed" in {problem.pointer for problem in problems}
    found = {f.rule: f for f in check(application, CALL, problems=problems).findings}
    for rule in ("R21", "R22"):
        assert found[rule].status is Status.MISSING
        assert "牵头单位之外有哪些成员" in found[rule].message


def test_a_wrong_answer_that_is_hidden_in_the_pre_check_holds_nothing_up() -> None:
    given = {"beginning": {"had_meeting": False, "meeting_on": "昨天"}}
    assert precheck.read(json.dumps(given), CALL).problems == ()
    given["beginning"]["had_meeting"] = True
    assert len(precheck.read(json.dumps(given), CALL).problems) == 1
