"""Whatever is answered or not: rules stay within their word, and nothing open is called wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from rules.drafts import COMPLETE, answers, drawn, without
from rules.situations import CALL, RULES
from validator.application import Application
from validator.application.base import Section, hidden
from validator.check import check
from validator.example import example
from validator.report import Finding, Outcome, Status

pytestmark = pytest.mark.no_cover

DECLARED = {rule.id: rule.statuses for rule in RULES}
EMPTY, MINIMAL = Application(), example(CALL, minimal=True)


def test_no_single_answer_left_out_turns_into_not_met() -> None:
    refused = {}
    for pointer, section in answers():
        name = pointer.rpartition("/")[2]
        answer = section.pop(name)
        application = Application.model_validate_json(json.dumps(COMPLETE))
        section[name] = answer
        if found := _not_met(application):
            refused[pointer] = found
    assert refused == {}


@pytest.mark.parametrize("share", [0.05, 0.3, 0.7])
def test_no_part_of_a_sound_application_is_refused(share: float) -> None:
    assert {seed: f for seed in range(60) if (f := _not_met(without(seed, share)))} == {}


@pytest.mark.parametrize("application", [EMPTY, MINIMAL], ids=["empty", "minimal"])
def test_what_is_hardly_begun_is_incomplete(application: Application) -> None:
    report = check(application, CALL)
    assert report.outcome is Outcome.INCOMPLETE
    assert _not_met(application) == []
    assert [f.rule for f in report.findings if _leads_nowhere(f)] == []


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_drawn_by_lot_every_report_keeps_its_promises(start: int) -> None:
    broken = {
        (finding.rule, promise): seed
        for seed in range(start, start + 50)
        for application in [drawn(seed)]
        for finding in check(application, CALL).findings
        for promise in _broken(finding, application.model_dump())
    }
    assert broken == {}


@pytest.mark.parametrize("seed", range(40))
def test_no_report_says_that_all_is_in_order(seed: int) -> None:
    report = check(drawn(seed), CALL)
    assert report.outcome in set(Outcome)
    assert "符合" not in report.summary.replace("未发现不符合", "")
    assert "需人工判断" in report.summary


def test_hidden_answers_do_not_count() -> None:
    differing = {}
    for seed in range(60):
        application = drawn(seed)
        shown = Application.model_validate_json(json.dumps(_shown(application)))
        pairs = zip(*(check(a, CALL).findings for a in (application, shown)), strict=True)
        differing |= {one.rule: seed for one, other in pairs if one != other}
    assert differing == {}


def _not_met(application: Application) -> list[str]:
    findings = check(application, CALL).findings
    return [finding.rule for finding in findings if finding.status is Status.NOT_MET]


def _leads_nowhere(finding: Finding) -> bool:
    return finding.status is Status.MISSING and not finding.settles


def _broken(finding: Finding, answered: dict[str, Any]) -> list[str]:
    promises = {
        "a status that the rule declares": finding.status in DECLARED[finding.rule],
        "R44 is for a human": finding.rule != "R44" or finding.status is Status.REVIEW,
        "what is missing is named": not _leads_nowhere(finding),
        "what is not met blames an answer": finding.status is not Status.NOT_MET
        or bool(finding.settles),
        "it is said in words": finding.message.endswith("。"),
        "its fields exist": all(_exists(place, answered) for place in finding.fields),
        "what settles it exists": all(_exists(place, answered) for place in finding.settles),
    }
    return [promise for promise, kept in promises.items() if not kept]


def _exists(pointer: str, holder: Any) -> bool:  # noqa: ANN401 - whatever stands there
    for step in pointer.split("/")[1:]:
        if isinstance(holder, tuple):
            if int(step) >= len(holder):
                return False
            holder = holder[int(step)]
        elif isinstance(holder, dict) and step in holder:
            holder = holder[step]
        else:
            return False
    return True


def _shown(value: Any) -> Any:  # noqa: ANN401 - whatever stands there
    """An application as JSON, without the answers that an earlier one hides."""
    if isinstance(value, tuple):
        return [_shown(row) for row in value]
    if not isinstance(value, Section):
        return json.loads(json.dumps(value, default=str))
    names = type(value).model_fields.keys() - hidden(value)
    return {name: _shown(getattr(value, name)) for name in names}
