"""reads.toml says which answers a rule can read: walks that did not write it find no other."""

from importlib.resources import files

import pytest

from rules.reads import Seen, as_toml, reports, seen
from rules.situations import RULES
from validator.application import Application
from validator.application.places import make
from validator.rules.reads import readers, reads


@pytest.fixture(scope="module")
def found() -> Seen:
    return seen(reports(range(40)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_reads_what_stands_in_the_map_and_nothing_else(rule: object, found: Seen) -> None:
    assert found[rule.id] == set(reads()[rule.id])


def test_the_map_is_as_it_was_written() -> None:
    text = files("validator.rules").joinpath("reads.toml").read_text("utf-8")
    assert as_toml({rule: set(places) for rule, places in reads().items()}) == text


def test_every_place_in_the_map_exists() -> None:
    assert [p for places in reads().values() for p in places if not _exists(p)] == []


def test_a_question_knows_its_rules() -> None:
    assert readers("/alliance/size_reason") == ("R22",)
    assert readers("/members/7/tier") == ("R21", "C7")
    assert readers("/lead/phone") == ()


def _exists(place: str) -> bool:
    kind: type = Application
    for step in place.split("/")[1:]:
        if step == "-":
            (kind, _) = kind.__args__
        elif step in make(kind).fields:
            kind = make(kind).fields[step].annotation
        else:
            return False
    return True
