"""The judges that decide a call's rules: one module for each subject of the notice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial

from pydantic import BaseModel, ValidationError

from validator.application.asked import asked_by
from validator.calls import Call, CallError, StatedRule
from validator.problems import describe
from validator.rules import (
    agreement,
    consistency,
    entries,
    funding,
    general,
    integrity,
    lead,
    materials,
    members,
    operation,
    organisation,
    submission,
    support,
)
from validator.rules.mechanisms import MECHANISMS
from validator.rules.noted import unasked
from validator.rules.rule import Judge, Rule, Verdict

__all__ = ["JUDGES", "Judge", "Rule", "Verdict", "rules_of"]

_ARTICLES = (
    general,
    support,
    lead,
    members,
    agreement,
    organisation,
    funding,
    operation,
    integrity,
    materials,
    submission,
    consistency,
    entries,
)

JUDGES: Mapping[str, Judge] = {
    judge.name: judge
    for module in (*_ARTICLES, *MECHANISMS)
    for judge in vars(module).values()
    if isinstance(judge, Judge)
}
"""Every judge, by the name that a call's rules.toml gives it."""


@lru_cache(maxsize=32)  # every check asks for the rules of its call
def rules_of(call: Call) -> tuple[Rule, ...]:
    """Return the rules of a call, in the order in which the call states them.

    Raises:
        CallError: a rule names a judge that does not exist, gives its judge wrong arguments, or
            reads what the call does not ask, or needs a key of call.toml that the call lacks.
    """
    asked = asked_by(call)
    faults: list[str] = []
    found: list[Rule] = []
    for number, stated in enumerate(call.rules):
        place = f"rules.toml 的 rules.{number}"
        judge = JUDGES.get(stated.judge)
        if judge is None:
            faults.append(f"{place}.judge（{stated.id}）：没有名为“{stated.judge}”的判定")
            continue
        faults += [
            f"call.toml 的 {key}：规则 {stated.id}（{stated.title}）需要这一项"
            for key in judge.needs
            if not _figure(call, key)
        ]
        try:
            given = judge.arguments.model_validate(stated.given, context=call)
        except ValidationError as error:
            for item in error.errors():
                steps = (step for step in item["loc"] if step != "[key]")  # the name of a value
                key = ".".join(map(str, ("given", *steps)))
                faults.append(f"{place}.{key}（{stated.id}）：{describe(item)}")
            continue
        rule = _rule(stated, judge, given)
        if lacking := unasked(rule, asked):
            faults.append(
                f"{place}.judge（{stated.id}）：要读{lacking}，questions.toml 没有列出；"
                "请列出，或者去掉这条规则"
            )
        found.append(rule)
    if faults:
        raise CallError("通知数据有误：\n" + "\n".join(faults))
    return tuple(found)


def _figure(call: Call, key: str) -> object:
    """Return what call.toml says at a key such as thresholds.copies; None where it says nothing."""
    found: object = call
    for step in key.split("."):
        found = getattr(found, step, None)
    return found


def _rule(stated: StatedRule, judge: Judge, given: BaseModel) -> Rule:
    arguments = {name: getattr(given, name) for name in type(given).model_fields}
    return Rule(
        id=stated.id,
        title=stated.title,
        strength=stated.strength,
        kind=stated.kind,
        reading=stated.reading,
        judged_by=judge,
        given=given,
        judge=partial(judge.decide, **arguments) if arguments else judge.decide,
    )
