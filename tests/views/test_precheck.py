"""A pre-check's result: what stops first, nothing wrong in what is open, never a plain 符合."""

from __future__ import annotations

import json
import re

import pytest
from precheck.situations import CALL, COMPLETE, EXAMPLES, drawn

from validator import views
from validator.calls import Kind
from validator.check import check
from validator.precheck import PreCheck, Received, as_application, read
from validator.precheck.speaking import all_questions
from validator.report import Status
from validator.rules import rules_of

LINKS = views.Links(notice="n/", rules="r/", questions="q/", materials="m/", self_check="s/")
KINDS = {rule.id: rule.kind for rule in rules_of(CALL)}
LATE = {"submission": {"planned_on": "2023-08-14"}}


def outcome(answers: PreCheck) -> views.PreCheckOutcome:
    return views.outcome(check(as_application(answers, CALL), CALL), answers, CALL)


def html(given: dict) -> str:
    received: Received = read(json.dumps(given), CALL)
    return views.pre_check(outcome(received.answers), received.problems, CALL, LINKS)


def test_before_the_first_answer_nothing_is_held_against_anyone() -> None:
    page = html({})
    assert "不满足" not in page
    assert "会被挡住" not in page
    assert outcome(PreCheck()).summary == "答一问就有结果"


def test_what_stops_comes_first_with_clause_reason_and_advice() -> None:
    page = html(LATE)
    order = ["stopped-title", "review-title", "prepare-title", "unasked-title"]
    assert sorted(order, key=page.index) == order
    finding = page[page.index("finding-R61") : page.index("verdicts__note")]
    for words in ("已逾期 3 日", "怎么办：", "逾期不予受理", 'href="n/#clause-4-3"'):
        assert words in finding
    assert 'href="#/submission/planned_on"' in finding


def test_the_materials_stand_in_order_with_their_clauses() -> None:
    page = html({})
    places = [page.index(f"<li>{item.title} ") for item in CALL.materials]
    assert places == sorted(places)
    assert all(f">{item.position}</a>" in page for item in CALL.materials)
    assert 'href="m/"' in page


@pytest.mark.parametrize("given", [{}, LATE, COMPLETE], ids=["nothing", "late", "complete"])
def test_what_to_prepare_follows_from_the_rules(given: dict) -> None:
    answers = read(json.dumps(given), CALL).answers
    found = outcome(answers)
    missing = [
        finding
        for finding in check(as_application(answers, CALL), CALL).findings
        if finding.status is Status.MISSING and finding.strength.binding
    ]
    evidence = {f.rule for f in missing if KINDS[f.rule] is Kind.EVIDENCE}
    assert {f.rule for f in found.evidence} | {f.rule for f in found.by_hand} >= evidence
    assert {"R24", "R27", "R28", "R57"} == {f.rule for f in found.by_hand}
    assert f"{found.unasked} 条规则预检没有问" in html(given)


def test_every_open_rule_is_told_of_somewhere() -> None:
    for answers in drawn(range(60)):
        found = outcome(answers)
        told = {f.rule for part in (found.begun, found.by_hand, found.evidence) for f in part}
        report = check(as_application(answers, CALL), CALL)
        silent = [
            finding.rule
            for finding in report.findings
            if finding.status is Status.MISSING and finding.strength.binding
            if finding.rule not in told
        ]
        unanswered = len(silent) - found.unasked
        assert unanswered <= 0 or len(found.answered) < found.questions


def test_the_best_outcome_never_says_that_all_is_in_order() -> None:
    summaries = {outcome(answers).summary for answers in drawn(range(60))}
    best = outcome(read(json.dumps(COMPLETE), CALL).answers)
    assert best.stopped == ()
    assert best.summary == f"已答的未发现不符合，另有 {len(best.review)} 项需人工判断"
    for summary in {best.summary, *summaries}:
        assert "符合" not in summary.replace("未发现不符合", "")


def test_links_lead_to_questions_of_the_pre_check_only() -> None:
    pointers = {question.pointer for question in all_questions(PreCheck)}
    for example in EXAMPLES:
        linked = set(re.findall(r'href="#(/[^"]*)"', html(example.given)))
        assert linked <= pointers, example.situation


def test_sections_without_an_answer_are_listed() -> None:
    page = html(LATE)
    assert "已答 1／12 问" in page
    assert "还没有答的 11 问" in page
    assert "还没有答" not in html(COMPLETE)


def test_unusable_answers_are_listed_first() -> None:
    page = html({"members": {"core": -1}})
    assert page.index("data-problem-list") < page.index("outcome")
    assert 'href="#/members/core"' in page


def test_what_people_type_is_text() -> None:
    page = html({"support": {"other_field": "<script>1</script>"}, "x<i>": 1})
    assert "<script" not in page
    assert "<i>" not in page
    assert "x&lt;i&gt;" in page


def test_no_id_stands_twice_and_no_code_inline() -> None:
    for example in EXAMPLES:
        page = html(example.given)
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), example.situation
        assert not re.search(r"\s(style|on\w+)=|<script|javascript:", page)
