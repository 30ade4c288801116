"""Tells what has changed for applicants from one call to another, in Chinese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from validator.application.asked import asked_by
from validator.calls import Call
from validator.chinese import in_chinese
from validator.publisher.asking import questions
from validator.publisher.titles import title_of

_TOLD_APART = ("id", "clauses", "rules", "materials", "documents", "questions", "precheck")


def differences(old: Call, new: Call) -> tuple[str, ...]:
    """Return the changes, a line each, in the order: data, materials, documents, text, rules, form.

    Args:
        old: the call that applicants know.
        new: the call that they answer now.
    """
    return (
        *_data(old, new),
        *_named("材料", _titles(old.materials), _titles(new.materials)),
        *_named("文档", _titles(old.documents), _titles(new.documents)),
        *_clauses(old, new),
        *_rules(old, new),
        *_named("表单的问题", questions(asked_by(old)), questions(asked_by(new))),
    )


def _data(old: Call, new: Call) -> Iterator[str]:
    before, after = old.model_dump(), new.model_dump()
    for key in after:
        if key not in _TOLD_APART:
            yield from _values(title_of(key), before.get(key), after[key])


def _values(title: str, old: Any, new: Any) -> Iterator[str]:  # noqa: ANN401 - values of TOML
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from _values(f"{title}·{title_of(key)}", old.get(key), new.get(key))
    elif isinstance(old, Sequence) and isinstance(new, Sequence) and not isinstance(new, str):
        gone = [_words(it) for it in old if it not in new]
        come = [_words(it) for it in new if it not in old]
        parts = [f"去掉{'、'.join(gone)}"] * bool(gone) + [f"增加{'、'.join(come)}"] * bool(come)
        yield f"{title}：{'；'.join(parts) or '次序不同'}"
    else:
        yield f"{title}：{_words(old)} → {_words(new)}"


def _words(value: Any) -> str:  # noqa: ANN401 - a value of TOML
    if value in (None, ""):
        return "（无）"
    if isinstance(value, date):
        return in_chinese(value)
    if isinstance(value, Mapping):
        return "，".join(_words(it) for it in value.values())
    return f"“{value}”" if isinstance(value, str) else f"{value}"  # a year has no separator


def _titles(things: Sequence[Any]) -> dict[str, str]:
    return {thing.title: thing.title for thing in things}


def _named(what: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """Tell which things went, came, or are called otherwise."""
    for key, title in old.items():
        if key not in new:
            yield f"{what}：不再有“{title}”"
    for key, title in new.items():
        if key not in old:
            yield f"{what}：新增“{title}”"
        elif old[key] != title:
            yield f"{what}：“{old[key]}”改为“{title}”"


def _clauses(old: Call, new: Call) -> Iterator[str]:
    before = {clause.position: clause.text for clause in old.clauses}
    after = {clause.position: clause.text for clause in new.clauses}
    for position, text in before.items():
        if position not in after:
            yield f"条款 {position}：不再有，原为“{text.strip()}”"
    for position, text in after.items():
        if position not in before:
            yield f"条款 {position}：新增“{text.strip()}”"
        elif before[position] != text:
            yield f"条款 {position}：原为“{before[position].strip()}”，现为“{text.strip()}”"


def _rules(old: Call, new: Call) -> Iterator[str]:
    """Tell which rules went, came or bind otherwise; a rule is known by its id and its judge."""
    before = {(rule.id, rule.judge): rule for rule in old.rules}
    after = {(rule.id, rule.judge): rule for rule in new.rules}
    for key, rule in before.items():
        if key not in after:
            yield f"规则：不再有 {rule.id}“{rule.title}”（{rule.strength.label}）"
    for key, rule in after.items():
        known = before.get(key)
        if known is None:
            yield f"规则：新增 {rule.id}“{rule.title}”（{rule.strength.label}）"
            continue
        if known.title != rule.title:
            yield f"规则 {rule.id}：“{known.title}”改为“{rule.title}”"
        if known.strength is not rule.strength:
            yield (
                f"规则 {rule.id}“{rule.title}”：约束力由“{known.strength.label}”"
                f"改为“{rule.strength.label}”"
            )
        if known.given != rule.given:
            yield f"规则 {rule.id}“{rule.title}”：判定的参数有改动"
