"""A call with another value says nothing of the old one: each value changed, each sentence read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from rules.situations import CALL, EXAMPLES

from validator.calls import Call
from validator.check import judge
from validator.example import example
from validator.report import Status

CHANGED: Mapping[str, tuple[Mapping[str, Any], str]] = {
    "operating": (
        {"operating": {"years": 2}},
        r"满一年|满 1 年|半年",
    ),
    "business years": (
        {"thresholds": {"business_years": (2021, 2022)}},
        r"近三年|满三年|2020—2022",
    ),
    "core members": ({"thresholds": {"core_members_min": 12}}, r"(?:达到|少于|距) 10 家"),
    "usual members": ({"thresholds": {"members_usual_max": 25}}, r"(?:上限|超过) 30 家"),
    "copies": ({"thresholds": {"copies": 8}}, r"(?:要求|只需) 6 份"),
    "query": ({"thresholds": {"credit_query_days": 45}}, r"30 日"),
}
"""What is changed, and what a sentence must not say any more."""


def changed(values: Mapping[str, Any]) -> Call:
    """The call with other values."""
    said = CALL.model_dump()
    for section, others in values.items():
        said[section] = {**said[section], **others}
    return Call.model_validate(said)


SITUATIONS = [(one.rule, one.on, one.application) for one in EXAMPLES]


@pytest.mark.parametrize("name", CHANGED)
def test_no_sentence_tells_the_old_value(name: str) -> None:
    values, old = CHANGED[name]
    assert [sentence for sentence in _told(changed(values)) if re.search(old, sentence)] == []
    assert [sentence for sentence in _told(CALL) if re.search(old, sentence)]


def _told(call: Call) -> set[str]:
    """What each rule says and advises in its own examples."""
    told = (judge(application, call, on, [rule]) for rule, on, application in SITUATIONS)
    findings = [finding for found in told for finding in found]
    return {words for finding in findings for words in (finding.message, finding.advice)}


def test_fewer_full_time_people_than_asked_are_counted() -> None:
    said = _told(changed({"thresholds": {"full_time_staff_min": 3}}))
    assert any("只有专职人员 1 名，少于 3 名" in sentence for sentence in said)
    assert not any("只有" in sentence and "专职" in sentence for sentence in _told(CALL))


def test_last_years_day_is_not_within_a_window_that_names_only_its_last_day() -> None:
    issued, last = date(2024, 6, 25), date(2024, 8, 11)
    values = CALL.model_dump() | {"year": 2024, "issued": issued}
    values["window"] = {"first_day": None, "last_day": last}
    (finding,) = judge(example(CALL), Call.model_validate(values), date(2023, 8, 8), ["R61"])
    assert finding.status is Status.MISSING
    assert "2023年8月8日早于通知发布日2024年6月25日" in finding.message
    assert finding.settles == ("/submission/planned_on",)
