"""Answers that cannot be used are named by the field, in Chinese; the others still count."""

from __future__ import annotations

import json
from typing import Any

import pytest

from validator.application.application import MEMBERS_MAX
from validator.calls import load
from validator.precheck import read

CALL = load("shanxi_alliance_2023")
COUNTED = {"enterprise": 5, "university": 2, "institute": 2, "services": 1, "others": 1}


@pytest.mark.parametrize(
    ("answers", "pointer", "message"),
    [
        (
            {"members": COUNTED | {"core": 12}},
            "/members/core",
            "填了 12 家，多于上面各类合计的 11 家",
        ),
        (
            {"members": COUNTED | {"dependent": 20}},
            "/members/dependent",
            "多于上面各类合计的 11 家",
        ),
        ({"members": {"enterprise": "六"}}, "/members/enterprise", "应为整数"),
        ({"members": {"core": -1}}, "/members/core", "不得小于 0"),
        ({"members": {"enterprise": 2.5}}, "/members/enterprise", "应为整数"),
        ({"submission": {"planned_on": "2023-13-01"}}, "/submission/planned_on", "没有这一天"),
        ({"location": {"province": "山西"}}, "/location/province", "应为省级行政区全称"),
        ({"support": {"chains": ["氢能", 3]}}, "/support/chains", "应为文字"),
        ({"weather": {"rain": True}}, "/weather", "没有这一项"),
        ({"members": {"enterprise": 200, "university": 101}}, "/members/university", "最多核验"),
    ],
    ids=str,
)
def test_a_wrong_answer_is_named(answers: dict[str, Any], pointer: str, message: str) -> None:
    received = read(json.dumps(answers), CALL)
    assert [problem.pointer for problem in received.problems] == [pointer]
    assert message in received.problems[0].message
    assert received.problems[0].label


def test_the_other_answers_still_count() -> None:
    received = read(
        json.dumps({"members": COUNTED | {"core": 12}, "lead": {"category": "x"}}), CALL
    )
    assert len(received.problems) == 2
    assert received.answers.members.core is None
    assert received.answers.members.total == 11
    assert received.answers.lead.category is None


def test_as_many_as_the_application_takes_are_not_too_many() -> None:
    assert read(json.dumps({"members": {"enterprise": MEMBERS_MAX}}), CALL).problems == ()


def test_core_members_are_compared_with_a_complete_count_only() -> None:
    assert read('{"members": {"enterprise": 2, "core": 9}}', CALL).problems == ()
