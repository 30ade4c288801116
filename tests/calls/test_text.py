"""The clauses are the notice, word for word, and every rule stands in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from validator.calls import Clause, load
from validator.rules import rules_of

CALL = load("shanxi_alliance_2023")
RULES = rules_of(CALL)
PRINTED = Path(__file__).with_name("shanxi-alliance-2023.txt").read_text("utf-8")
OF_THE_NOTICE = [rule.id for rule in RULES if rule.id.startswith("R")]


def _lines(text: str) -> list[str]:
    """The lines without the blanks that only lay them out; empty lines left out."""
    return list(filter(None, ("".join(line.split()) for line in text.splitlines())))


def _whole(clause: Clause) -> list[str]:
    return _lines(f"{clause.heading or ''}\n{clause.text}")


def _sentences(line: str) -> list[str]:
    return line.replace("。", "。\n").splitlines()


SENTENCES = [sentence for line in _lines(PRINTED) for sentence in _sentences(line)]


def test_the_clauses_in_order_are_the_notice() -> None:
    assert [line for clause in CALL.clauses for line in _whole(clause)] == _lines(PRINTED)


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_a_sentence_stands_in_exactly_one_clause(number: int) -> None:
    sentence = SENTENCES[number]
    holders = [
        clause.position
        for clause in CALL.clauses
        for line in _whole(clause)
        if sentence in _sentences(line)
    ]
    assert len(holders) == 1, (sentence, holders)


def test_every_clause_is_reached_by_a_rule_or_is_guidance() -> None:
    known = {rule.id for rule in RULES}
    for clause in CALL.clauses:
        assert clause.guidance != bool(clause.rules), clause.position
        assert set(clause.rules) <= known, clause.position


def test_rules_and_then_consistency_checks_are_numbered_from_one_without_a_gap() -> None:
    clause_rules = sum(rule.id.startswith("R") for rule in RULES)
    checks = len(RULES) - clause_rules
    expected = [f"R{n:02}" for n in range(1, clause_rules + 1)]
    expected += [f"C{n}" for n in range(1, checks + 1)]
    assert [rule.id for rule in RULES] == expected


@pytest.mark.parametrize("rule", OF_THE_NOTICE)
def test_a_rule_quotes_the_notice(rule: str) -> None:
    clauses = CALL.clauses_of(rule)
    assert clauses
    assert CALL.position(rule) == "、".join(clause.position for clause in clauses)
    for clause in clauses:
        quote = clause.quote(rule)
        assert quote
        assert quote in clause.text


def test_consistency_checks_stand_in_no_clause() -> None:
    others = [rule.id for rule in RULES if rule.id not in OF_THE_NOTICE]
    assert [rule for rule in others if CALL.clauses_of(rule)] == []


def test_addresses_are_permanent_and_differ() -> None:
    anchors = {clause.position: clause.anchor for clause in CALL.clauses}
    assert anchors["三（一）3"] == "clause-3-1-3"
    assert anchors["四（三）"] == "clause-4-3"
    assert anchors["一"] == "clause-1"
    assert anchors["附件"] == "clause-attachments"
    assert len(set(anchors.values())) == len(anchors)


def test_levels_follow_the_numbering() -> None:
    levels = {clause.position: clause.level for clause in CALL.clauses}
    assert [levels[p] for p in ("引言", "一", "三（一）", "三（一）8")] == [0, 1, 2, 3]
