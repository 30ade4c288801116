"""Tells what has changed for applicants from one call to another, in Chinese, by subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from validator import precheck
from validator.application.asked import asked_by
from validator.calls import Call, Clause
from validator.publisher.asking import questions
from validator.publisher.titles import title_of
from validator.publisher.values import changes, in_words
from validator.rules import rules_of

_OF_THE_NOTICE = (
    *("title", "programme", "year", "issuer", "issued", "regulation", "name_pattern"),
    *("recommenders", "materials_in", "summary_in", "remark"),
)
_OF_DAYS = ("window", "operating")
_OF_FIGURES = ("thresholds", "region", "support", "recognised")


def differences(old: Call, new: Call) -> tuple[str, ...]:
    """Return the changes, a line each, in the order of `by_subject`."""
    return tuple(line for lines in by_subject(old, new).values() for line in lines)


def by_subject(old: Call, new: Call) -> dict[str, tuple[str, ...]]:
    """Return the changes, a line each, by what they are about; a subject without any is left out.

    Args:
        old: the call that applicants know.
        new: the call that they answer now.
    """
    found = {
        "通知": [*_data(old, new, _OF_THE_NOTICE)],
        "受理和期限": [*_data(old, new, _OF_DAYS), *_deadlines(old, new)],
        "数目和名单": [
            *_data(old, new, _OF_FIGURES),
            *_own_values(old, new, "figures"),
            *_own_values(old, new, "lists"),
        ],
        "材料": [
            *_named("材料", {it.title: it.title for it in old.materials}, _titles(new)),
            *_positions(old, new),
        ],
        "文档": [
            *_named(
                "文档",
                {it.name: it.title for it in old.documents},
                {it.name: it.title for it in new.documents},
            )
        ],
        "条款原文": [*_clauses(old, new)],
        "规则": [*_rules(old, new)],
        "要填的问题": [
            *_named("表单的问题", questions(asked_by(old)), questions(asked_by(new))),
            *_options(old, new),
            *_named(
                "预检的问题",
                questions(precheck.asked_by(old)),
                questions(precheck.asked_by(new)),
            ),
        ],
        "读法": [*changes("读法", old.readings, new.readings)],
        "联系方式": [*_data(old, new, ("contact",))],
    }
    return {subject: tuple(lines) for subject, lines in found.items() if lines}


def _data(old: Call, new: Call, keys: Sequence[str]) -> Iterator[str]:
    before, after = old.model_dump(), new.model_dump()
    for key in keys:
        yield from changes(title_of(key), before[key], after[key])


def _deadlines(old: Call, new: Call) -> Iterator[str]:
    before, after = old.deadlines, new.deadlines
    for key in dict.fromkeys((*before, *after)):
        gone, come = before.get(key), after.get(key)
        known = come or gone
        title = f"期限（{known.who}{known.what}）" if known else ""
        if gone and come and (gone.who, gone.what) != (come.who, come.what):
            yield f"期限：“{gone.who}{gone.what}”改为“{come.who}{come.what}”"
        yield from changes(title, gone.day if gone else None, come.day if come else None)


def _own_values(old: Call, new: Call, table: str) -> Iterator[str]:
    """Tell the changes of the numbers and lists that a call has names of its own for."""
    before, after = getattr(old, table), getattr(new, table)
    for key in dict.fromkeys((*before, *after)):
        used = _users(new, key) or _users(old, key)
        title = f"{title_of(table)}（用于{used}）" if used else f"{title_of(table)}·{key}"
        yield from changes(title, before.get(key), after.get(key))


def _users(call: Call, name: str) -> str:
    """Return the titles of the rules that use a number or list of the call, quoted."""
    users = [rule.title for rule in call.rules if name in rule.given.values()]
    return f"“{'”“'.join(users)}”" if users else ""


def _titles(call: Call) -> dict[str, str]:
    return {material.title: material.title for material in call.materials}


def _positions(old: Call, new: Call) -> Iterator[str]:
    before = {material.title: material.position for material in old.materials}
    for material in new.materials:
        position = before.get(material.title, material.position)
        if position != material.position:
            yield f"材料“{material.title}”：依据由{position}改为{material.position}"


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


def _options(old: Call, new: Call) -> Iterator[str]:
    """Tell what may be chosen otherwise in a question of the call's own."""
    for section, asked in new.questions.items():
        for name, words in asked.items():
            known = old.questions.get(section, {}).get(name)
            if known and known.kind and words.kind:
                title = f"问题“{words.title}”"
                yield from changes(f"{title}可选的答案", known.options, words.options)
                yield from changes(f"{title}怎样回答", known.kind.label, words.kind.label)
                yield from changes(f"{title}的单位", known.unit, words.unit)


def _clauses(old: Call, new: Call) -> Iterator[str]:
    before = {clause.position: _plain(clause) for clause in old.clauses}
    after = {clause.position: _plain(clause) for clause in new.clauses}
    for position, text in before.items():
        if position not in after:
            yield f"条款 {position}：不再有，原为“{text}”"
    for position, text in after.items():
        if position not in before:
            yield f"条款 {position}：新增“{text}”"
        elif before[position] != text:
            yield f"条款 {position}：原为“{before[position]}”，现为“{text}”"


def _plain(clause: Clause) -> str:
    """Return a clause's heading and text as one line."""
    return "".join(line.strip() for line in f"{clause.heading or ''}{clause.text}".splitlines())


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
    yield from _judged(old, new)


def _judged(old: Call, new: Call) -> Iterator[str]:
    """Tell which rules decide by other figures or days, say something else, or ask other things."""
    before = {(rule.id, rule.judged_by.name): rule for rule in rules_of(old)}
    for rule in rules_of(new):
        known = before.get((rule.id, rule.judged_by.name))
        if known is None or known.given == rule.given:
            continue
        title = f"规则 {rule.id}“{rule.title}”"
        was, now = known.given.model_dump(), rule.given.model_dump()
        told = [line for key in now for line in _argument(title, was[key], now[key])]
        yield from told or [f"{title}：判定时看的问题有改动"]


def _argument(title: str, old: Any, new: Any) -> Iterator[str]:  # noqa: ANN401 - values of TOML
    """Tell the change of one argument, unless it is the place of a question."""
    if old == new or any(_is_place(value) for value in (old, new)):
        return
    what = "结果的说法" if isinstance(old, str) and isinstance(new, str) else "判定的标准"
    yield f"{title}：{what}由{in_words(old)}改为{in_words(new)}"


def _is_place(value: Any) -> bool:  # noqa: ANN401 - as above
    """Whether a value is a place of the form, or holds places or codes of answers."""
    if isinstance(value, str):
        return value.startswith("/")
    if isinstance(value, Mapping):
        return bool(value)
    return isinstance(value, (list, tuple)) and any(
        not isinstance(it, str) or it.startswith("/") or it.isascii() for it in value
    )
