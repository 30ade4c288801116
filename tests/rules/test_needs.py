"""A rule whose figure the call does not have is named when the rules are made ready."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from operator import getitem
from typing import Any

import pytest

from rules.drafts import drawn
from rules.situations import CALL
from validator.calls import Call, CallError
from validator.calls.mismatches import mismatches
from validator.check import check
from validator.example import example
from validator.rules import JUDGES, rules_of
from validator.whatif import what_if

RULES = {rule.judge: rule.id for rule in CALL.rules}
NEEDED = [(key, RULES[name]) for name in RULES for key in JUDGES[name].needs]
FREE = ["recognised", "recommenders", "region.developed", "thresholds.copies", "window.first_day"]
"""What no judge needs: `exact_figure` names copies itself, and no figure is asked for it."""


def without(key: str, gone: Collection[str] = ()) -> Call:
    """The call without a key of call.toml, and without some of its rules."""
    data: dict[str, Any] = CALL.model_dump()
    *path, name = key.split(".")
    del reduce(getitem, path, data)[name]
    for clause in data["clauses"]:
        for part in clause["parts"]:
            part["rules"] = tuple(rule for rule in part["rules"] if rule not in gone)
        clause["guidance"] = not any(part["rules"] for part in clause["parts"])
    data["rules"] = tuple(rule for rule in data["rules"] if rule["id"] not in gone)
    return Call.model_validate(data)


@pytest.mark.parametrize(("key", "rule"), NEEDED)
def test_a_rule_whose_figure_is_missing_is_named_with_the_key(key: str, rule: str) -> None:
    with pytest.raises(CallError) as refusal:
        rules_of(without(key))
    assert f"call.toml 的 {key}：规则 {rule}（" in str(refusal.value)
    assert "需要这一项" in str(refusal.value)


@pytest.mark.parametrize("key", sorted({key for key, _ in NEEDED} | set(FREE)))
def test_a_call_without_the_figure_and_its_rules_is_judged(key: str) -> None:
    named = {rule for found, rule in NEEDED if found == key or found.startswith(f"{key}.")}
    call = without(key, named | ({"R58"} if key == "thresholds.copies" else set()))
    for application in (example(CALL), drawn(3), drawn(7)):
        report = check(application, call)
        assert {finding.rule for finding in report.findings} == {rule.id for rule in call.rules}
        assert what_if(application, call, None, report) is not None


def test_a_figure_that_a_rule_names_is_named_where_it_is_missing() -> None:
    with pytest.raises(CallError, match=r"（R58）的 given\.wanted.*没有“copies”这个数"):
        rules_of(without("thresholds.copies"))


def test_a_figure_of_the_call_s_own_is_found_by_its_name() -> None:
    data = CALL.model_dump() | {"figures": {"originals": 1}}
    assert [*mismatches(data)] == [
        "call.toml 的 figures.originals：没有规则用到它，请核对名称；不用的请删去"
    ]
    (rule,) = [rule for rule in data["rules"] if rule["id"] == "R58"]
    rule["given"]["wanted"] = "originals"
    assert [*mismatches(data)] == []
    found = {rule.id: rule for rule in rules_of(Call.model_validate(data))}
    assert found["R58"].given.model_dump()["wanted"] == 1
