"""reads.toml says which answers a rule can read: drafts that did not write it find no other."""

from importlib.resources import files

import pytest

from rules.conditions import watched
from rules.reads import as_toml, reports, seen
from rules.situations import CALL, RULES
from validator.application import Application
from validator.application.places import make
from validator.check import judge
from validator.rules.reads import readers, reads

pytestmark = pytest.mark.no_cover


def test_rules_read_what_stands_in_the_map_and_no_condition_stays_untried() -> None:
    with watched() as conditions:
        found = seen(reports(range(9)))
    assert conditions.never_seen() == []
    assert {rule.id: found[rule.id] for rule in RULES} == reads()


def test_a_condition_that_came_out_one_way_is_named() -> None:
    with watched() as conditions:
        judged = judge(Application(), CALL, None, ["R61"])
    assert judged == judge(Application(), CALL, None, ["R61"])
    gaps = conditions.never_seen()
    assert [gap for gap in gaps if gap.startswith("submission.py:") and "was never" in gap]
    assert len(gaps) > 200


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
