"""The notice stands whole, word for word, each clause at its address."""

from collections import Counter

import built

from validator.calls import load

CALL = load("shanxi_alliance_2023")


def test_every_word_in_order() -> None:
    shown = [text for _, text in built.page(f"{built.OF_CALL}notice").clauses]
    written = [text for clause in CALL.clauses for text in (clause.heading, clause.text) if text]
    assert shown == written


def test_text_stands_at_its_own_clause() -> None:
    wanted = {clause.position: (clause.heading or "") + clause.text for clause in CALL.clauses}
    shown: dict[str, str] = {}
    for position, text in built.page(f"{built.OF_CALL}notice").clauses:
        shown[position] = shown.get(position, "") + text
    assert shown == wanted


def test_every_clause_has_one_address() -> None:
    ids = Counter(built.page(f"{built.OF_CALL}notice").ids)
    assert {clause.anchor: ids[clause.anchor] for clause in CALL.clauses} == {
        clause.anchor: 1 for clause in CALL.clauses
    }


def test_every_rule_is_linked_from_its_clause() -> None:
    linked = set(built.page(f"{built.OF_CALL}notice").addresses)
    rules = {rule for clause in CALL.clauses for rule in clause.rules}
    assert {f"../rules/#{rule.lower()}" for rule in rules} <= linked


def test_the_overview_says_that_the_window_is_over() -> None:
    words = built.page(built.OF_CALL).words
    assert "本批次受理已截止" in words
    assert "2023年8月7日（星期一）至8月11日（星期五）" in words
