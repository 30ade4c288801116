"""A {name} in a sentence of a call is one that the judge fills: others are faults, none stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from rules.test_mechanisms import call_with
from validator.calls import Call, CallError, StatedRule, available, load
from validator.check import check
from validator.example import example
from validator.publisher.situations import application_of, has_situations, situations
from validator.rules import JUDGES, rules_of
from validator.rules.mechanisms.blanks import Blanks

CALLS = [load(name) for name in available()]


def _marked(judge: str, given: BaseModel) -> Iterator[tuple[str, list[str]]]:
    for key, field in JUDGES[judge].arguments.model_fields.items():
        for mark in field.metadata:
            if isinstance(mark, Blanks):
                places = getattr(given, mark.of) if mark.of else ()
                yield key, [*mark.names.split(), *(it.rpartition("/")[2] for it in places)]


def _with_every_name(call: Call) -> Call:
    """Return a call whose sentences consist of all the names that may stand in them."""
    rules: list[StatedRule] = []
    for stated, rule in zip(call.rules, rules_of(call), strict=True):
        said = {
            key: "".join(f"{key}={{{name}}} " for name in names)
            for key, names in _marked(stated.judge, rule.given)
            if names
        }
        rules.append(stated.model_copy(update={"given": {**stated.given, **said}}))
    data = call.model_copy(update={"rules": tuple(rules)}).model_dump()
    return Call.model_validate(data).within(call.folder)


def _findings(call: Call) -> Iterator[str]:
    changed = _with_every_name(call)
    assert changed != call
    drafts = [example(call), example(call, minimal=True), type(example(call))()]
    if has_situations(call):
        drafts += [application_of(call, one) for its in situations(call).values() for one in its]
    for draft in drafts:
        for finding in check(draft, changed).findings:
            yield f"{finding.message} {finding.advice}"


def test_every_name_that_may_stand_is_filled() -> None:
    texts = [text for call in CALLS for text in _findings(call)]
    assert [text for text in texts if "{" in text] == []
    shown = {name for text in texts for name in re.findall(r"\b([a-z_]+)=", text)}
    assert shown >= {"right", "wrong", "blank", "too_few", "late", "yes", "some", "given"}


@pytest.mark.parametrize(
    ("judge", "given", "key", "told"),
    [
        ("guidance", {"says": "共 {count} 家。"}, "says", "“{count}”不会换成内容"),
        (
            "attested",
            {"of": "/alliance/demand", "given": "{lenght} 字"},
            "given",
            "是不是“length”？",
        ),
        ("attested", {"of": "/alliance/demand", "advice": "见{title}"}, "advice", "没有可以代入"),
        ("attested", {"of": "/alliance/demand", "given": "{length 字"}, "given", "花括号不成对"),
        ("at_most", {"of": "/submission/copies", "most": 6, "wrong": "{most}"}, "wrong", "title、"),
        ("in_window", {"too_late": "已逾期 {days} 日。"}, "too_late", "是不是“day”？"),
    ],
)
def test_a_name_that_nothing_fills_is_a_fault(
    judge: str, given: dict[str, Any], key: str, told: str
) -> None:
    with pytest.raises(CallError) as refusal:
        rules_of(call_with(judge, given))
    [line] = refusal.value.faults
    assert line.startswith(f"rules.toml 第 1 条规则（R01）的 given.{key}：")
    assert told in line
