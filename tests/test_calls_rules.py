"""A call is checked by the rules that its data name, and by no other."""

from __future__ import annotations

import pytest
from rules.drafts import drawn

from validator import views
from validator.application.places import asked
from validator.calls import Call, Strength, load
from validator.check import check, judge
from validator.example import example
from validator.recheck import Recheck
from validator.relevance import moot
from validator.rules import rules_of
from validator.rules.reads import readers
from validator.text_report import as_table, as_text
from validator.whatif import what_if

CALL = load("shanxi_alliance_2023")
RULES = rules_of(CALL)
COMPLETE = example(CALL)
OF_THE_CALL = [rule.id for rule in RULES if rule.strength is not Strength.HINT]


def without(*gone: str) -> Call:
    """The call as it would be read without some rules in its data."""
    data = CALL.model_dump()
    for clause in data["clauses"]:
        for part in clause["parts"]:
            part["rules"] = tuple(rule for rule in part["rules"] if rule not in gone)
        named = any(part["rules"] for part in clause["parts"])
        clause["guidance"] = not named
    data["rules"] = tuple(rule for rule in data["rules"] if rule["id"] not in gone)
    return Call.model_validate(data)


@pytest.mark.parametrize("gone", OF_THE_CALL)
def test_a_rule_that_the_call_does_not_name_finds_nothing(gone: str) -> None:
    call = without(gone)
    for application in (COMPLETE, drawn(3), drawn(7)):
        report = check(application, call)
        whole = check(application, CALL).findings
        assert report.findings == tuple(f for f in whole if f.rule != gone)
        assert judge(application, call, None, [gone]) == ()
        questions = asked(application)
        assert Recheck().check(application, questions, call) == report
        assert f" {gone} " not in as_text(report, call, application)
        assert what_if(application, call, None, report) is not None
        account = views.account(report, application, call)
        assert f"finding-{gone}" not in views.report_page(account)
    assert gone not in [line.split("\t")[0] for line in as_table(rules_of(call), call).splitlines()]


def test_a_recheck_for_another_call_runs_its_rules() -> None:
    again = Recheck()
    for call in (CALL, without("R07"), CALL):
        report = again.check(COMPLETE, asked(COMPLETE), call)
        assert report == check(COMPLETE, call)


def test_what_the_report_cannot_say_fits_the_call() -> None:
    call = without("R61", "R44")
    account = views.account(check(COMPLETE, call), COMPLETE, call)
    text = "".join(account.limits) + as_text(account.report, call, COMPLETE)
    assert "R44" not in text
    assert "只对写明" not in text
    assert "四（三）" not in "".join(account.limits)


def test_a_question_that_only_another_rule_reads_is_not_said_to_matter_no_more() -> None:
    only_one = "/alliance/recognised"
    assert readers(CALL, only_one) == ("R07",)
    assert readers(without("R07"), only_one) == ()
    call = without("R07")
    assert only_one not in moot(asked(COMPLETE), check(COMPLETE, call), call)


def test_data_that_name_no_rule_at_all_still_have_their_consistency_checks() -> None:
    report = check(COMPLETE, without(*OF_THE_CALL))
    assert {finding.rule for finding in report.findings} == {f"C{n}" for n in range(1, 11)}
