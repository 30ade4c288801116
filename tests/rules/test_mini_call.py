"""A call of another programme, made of mechanisms alone, is decided whole and needs no figures."""

from __future__ import annotations

from typing import Any

import pytest

from rules.drafts import drawn
from rules.situations import CALL
from validator.application import Application
from validator.calls import Call
from validator.check import check
from validator.example import example
from validator.report import Outcome, Status
from validator.rules import rules_of
from validator.whatif import what_if

LEFT_OUT = ("operating", "region", "support", "recognised", "regulation", "name_pattern")
RULES: dict[str, dict[str, Any]] = {
    "at_least": {"of": "/lead/researchers", "least": "researchers_min"},
    "at_most": {"of": "/submission/copies", "most": 6},
    "count_units": {"least": 10, "most": 40},
    "day": {"of": "/submission/filled_on", "until": "window.last_day"},
    "deadlines": {"of": {"binder": "/submission/planned_on"}},
    "list_of": {"of": "/operation/records/*/held_on", "least": 2},
    "one_of": {"of": "/alliance/chains", "among": "trades"},
    "papers": {"of": {"/evidence/agreement/ready": "协议书"}, "ready": "协议书已备齐。"},
    "guidance": {"says": "说明性条款，无需填报。"},
}


def mini() -> Call:
    """One clause with a rule by each of some mechanisms, and hardly any figure."""
    data = {key: value for key, value in CALL.model_dump().items() if key not in LEFT_OUT}
    rules = [
        {"id": f"M{number}", "title": judge, "strength": "hard", "kind": "auto"}
        | {"judge": judge, "given": given}
        for number, (judge, given) in enumerate(RULES.items(), 1)
    ]
    named = {"text": "申报应当符合下列条件。", "rules": tuple(rule["id"] for rule in rules)}
    return Call.model_validate(
        data
        | {
            "thresholds": {},
            "figures": {"researchers_min": 20},
            "lists": {"trades": ("氢能", "风电装备")},
            "deadlines": {
                "binder": {"day": CALL.window.last_day, "who": "牵头单位", "what": "报送材料"}
            },
            "window": {"last_day": CALL.window.last_day},
            "rules": tuple(rules),
            "clauses": ({"position": "一", "parts": (named,)},),
            "materials": (),
            "documents": (),
            "materials_in": "",
            "summary_in": "",
            "questions": _without_clauses(data["questions"]),
            "precheck": _without_clauses(data["precheck"]),
        }
    )


def _without_clauses(sections: dict[str, Any]) -> dict[str, Any]:
    return {
        section: {name: {**words, "clause": ""} for name, words in asked.items()}
        for section, asked in sections.items()
    }


def test_every_condition_is_decided_for_a_whole_application() -> None:
    report = check(example(CALL), mini())
    assert {finding.status for finding in report.findings} == {Status.MET, Status.NOT_APPLICABLE}
    assert report.outcome is Outcome.NO_VIOLATION_FOUND


def test_an_empty_application_is_asked_for_what_each_condition_wants() -> None:
    report = check(Application(), mini())
    opened = [finding for finding in report.findings if finding.status is Status.MISSING]
    assert len(opened) == len(RULES) - 1
    assert [finding.rule for finding in opened if not finding.settles] == []


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_answered_no_condition_fails_to_decide(seed: int) -> None:
    call = mini()
    report = check(drawn(seed), call)
    assert [finding.rule for finding in report.findings] == [rule.id for rule in rules_of(call)]
    assert [finding.message for finding in report.findings if "{" in finding.message] == []
    assert what_if(drawn(seed), call, None, report) is not None
