"""A question that cannot matter any more is one whose answer changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from rules.drafts import drawn, without
from rules.situations import NOTICE, Example
from rules.walks import Walk

from validator.application import Application
from validator.application.places import asked
from validator.check import check
from validator.relevance import irrelevant


def _irrelevant(**changed: Any) -> frozenset[str]:  # noqa: ANN401
    example = Example(rule="R44", situation="", status="review", **changed)
    return irrelevant(asked(example.application), check(example.application, NOTICE))


def test_in_an_empty_form_everything_matters() -> None:
    assert irrelevant(asked(Application()), check(Application(), NOTICE)) == frozenset()


def test_only_an_enterprise_can_be_above_scale() -> None:
    assert "/lead/above_scale" not in _irrelevant()
    assert "/lead/above_scale" in _irrelevant(set={"/lead/category": "university"})
    assert "/lead/above_scale" not in _irrelevant(unset=["/lead/category"])


def test_a_reason_for_many_members_matters_only_past_the_limit() -> None:
    assert "/alliance/size_reason" in _irrelevant()
    assert "/alliance/size_reason" not in _irrelevant(members=30)
    assert "/alliance/size_reason" not in _irrelevant(unset=["/alliance/members_listed"])


def test_a_reason_for_another_host_matters_only_for_another_host() -> None:
    assert "/organs/office/host_reason" in _irrelevant()
    other = {"/organs/office/host": "示例理工大学（太原）"}
    assert "/organs/office/host_reason" not in _irrelevant(set=other)


def test_what_no_rule_reads_is_not_called_irrelevant() -> None:
    assert "/lead/phone" not in _irrelevant()


@pytest.mark.parametrize("start", [drawn, lambda seed: without(seed, 0.1)])
@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_answered_to_it_the_report_stays(start: Any, seed: int) -> None:  # noqa: ANN401
    walk = Walk(start(seed), seed)
    report = check(walk.application, NOTICE)
    places = sorted(irrelevant(asked(walk.application), report))
    differing = {
        pointer
        for pointer in walk.dice.sample(places, min(25, len(places)))
        if check(walk.fork().answer_all([pointer]).application, NOTICE) != report
    }
    assert differing == set()
    assert places
