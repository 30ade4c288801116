"""The rule table lists every rule once, with its words, strength and kind."""

import re

import built

from validator.calls import load
from validator.rules import rules_of

CALL = load("shanxi_alliance_2023")
RULES = rules_of(CALL)
HTML = (built.SITE / built.OF_CALL / "rules" / "index.html").read_text("utf-8")
ROWS = dict(re.findall(r'<tr role="row" id="([rc]\d+)">(.*?)</tr>', HTML, re.DOTALL))


def test_every_rule_once() -> None:
    ids = [
        name for name in built.page(f"{built.OF_CALL}rules").ids if re.fullmatch(r"[rc]\d+", name)
    ]
    assert sorted(ids) == sorted(item.id.lower() for item in RULES)


def test_rows_say_what_the_registry_says() -> None:
    for item in RULES:
        row = ROWS[item.id.lower()]
        assert item.title in row, item.id
        assert item.strength.label in row, item.id
        assert item.kind.label in row, item.id
        assert CALL.quote(item.id) in row, item.id


def test_every_reading_is_explained() -> None:
    explained = set(built.page(f"{built.OF_CALL}guide/questions").ids)
    numbers = {number for item in RULES for number in item.reading.split("、") if number}
    assert {f"reading-{number.replace('.', '-')}" for number in numbers} <= explained
