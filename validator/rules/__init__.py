"""The judges that decide a call's rules: one module for each subject of the notice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

from pydantic import BaseModel, ValidationError

from validator.application.asked import asked_by
from validator.calls import Call, CallError, StatedRule
from validator.calls.places import place
from validator.nearest import hint
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
from validator.rules.mechanisms.blanks import unfilled
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
    asked_by(call)  # what is wrong with the questions themselves is told first
    rules, faults = made_ready(call)
    if faults:
        raise CallError.of(faults)
    return rules


def made_ready(call: Call) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """Return the rules of a call that can judge, and what is wrong with the others, a line each.

    Where the call's questions are wrong, nothing is said of the places that rules read.
    """
    try:
        asked = asked_by(call)
    except CallError:
        asked = None
    said = call.model_dump()
    faults: list[str] = []
    found: list[Rule] = []
    for number, stated in enumerate(call.rules):
        judge = JUDGES.get(stated.judge)
        if judge is None:
            way_out = hint(stated.judge, JUDGES) or "；判定的名称见 calls/schema/rules.schema.json"
            where = place(("rules", number, "judge"), said)
            faults.append(f"{where}：没有名为“{stated.judge}”的判定{way_out}")
            continue
        faults += [
            f"call.toml 的 {key}：规则 {stated.id}（{stated.title}）需要这一项，"
            "请补上，或者删去这条规则"
            for key in judge.needs
            if not _figure(call, key)
        ]
        try:
            given = judge.arguments.model_validate(stated.given, context=call)
        except ValidationError as error:
            from validator.calls.mistakes import told  # noqa: PLC0415 - no visit has to fetch it

            wrong = error.errors()
            if asked is None:  # which is told by itself; nothing is known of places, and lists of
                wrong = [item for item in wrong if not _of_the_questions(item)]  # them look short
            for item in wrong:
                steps = [step for step in item["loc"] if step != "[key]"]  # the name of a value
                where = place(("rules", number, "given", *steps), said)
                faults.append(f"{where}：{told(item, judge.arguments.model_fields)}")
            continue
        faults += [
            f"{place(('rules', number, 'given', key), said)}：{reason}"
            for key, reason in unfilled(given)
        ]
        rule = _rule(stated, judge, given)
        if asked and (lacking := unasked(rule, asked)):
            faults.append(
                f"{place(('rules', number), said)}：要读{lacking}，questions.toml 没有列出；"
                "请列出，或者去掉这条规则"
            )
        found.append(rule)
    return tuple(found), tuple(faults)


def _of_the_questions(item: Mapping[str, Any]) -> bool:
    """Whether an argument is refused only because the call's questions are wrong."""
    return item["type"] == "too_short" or isinstance(item.get("ctx", {}).get("error"), CallError)


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
