"""A question that cannot matter any more is one whose answer changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from rules.drafts import drawn, without
from rules.situations import CALL, Example
from rules.walks import Walk

from validator.application import Application
from validator.application.places import asked
from validator.check import check
from validator.relevance import moot


def _moot(**changed: Any) -> frozenset[str]:  # noqa: ANN401
    example = Example(rule="R44", situation="", status="review", **changed)
    return moot(asked(example.application), check(example.application, CALL), CALL)


def test_in_an_empty_form_everything_matters() -> None:
    assert moot(asked(Application()), check(Application(), CALL), CALL) == frozenset()


def test_only_an_enterprise_can_be_above_scale() -> None:
    assert "/lead/above_scale" not in _moot()
    assert "/lead/above_scale" in _moot(set={"/lead/category": "university"})
    assert "/lead/above_scale" not in _moot(unset=["/lead/category"])


def test_a_reason_for_many_members_matters_only_past_the_limit() -> None:
    assert "/alliance/size_reason" in _moot()
    assert "/alliance/size_reason" not in _moot(members=30)
    assert "/alliance/size_reason" not in _moot(unset=["/alliance/members_listed"])


def test_a_reason_for_another_host_matters_only_for_another_host() -> None:
    assert "/organs/office/host_reason" in _moot()
    other = {"/organs/office/host": "示例理工大学（太原）"}
    assert "/organs/office/host_reason" not in _moot(set=other)


def test_what_no_rule_reads_is_not_called_moot() -> None:
    assert "/lead/phone" not in _moot()


@pytest.mark.parametrize("start", [drawn, lambda seed: without(seed, 0.1)])
@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_answered_to_it_the_report_stays(start: Any, seed: int) -> None:  # noqa: ANN401
    walk = Walk(start(seed), seed)
    report = check(walk.application, CALL)
    places = sorted(moot(asked(walk.application), report, CALL))
    differing = {
        pointer
        for pointer in walk.dice.sample(places, min(25, len(places)))
        if check(walk.fork().answer_all([pointer]).application, CALL) != report
    }
    assert differing == set()
    assert places
