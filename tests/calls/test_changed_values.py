"""A call with another value says nothing of the old one: each value changed, each sentence read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from rules.situations import CALL, EXAMPLES

from validator.calls import Call
from validator.check import judge

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
