"""Which answers a rule can read is told rightly: drafts that did not write it find no other."""

from importlib.resources import files

import pytest

from rules.conditions import watched
from rules.fitted import FITTED
from rules.reads import as_toml, reports, seen
from rules.situations import CALL, RULES
from validator.application import Application
from validator.application.places import make
from validator.calls import Call
from validator.check import judge
from validator.rules import JUDGES
from validator.rules.noted import noted
from validator.rules.reads import readers, reads_of

pytestmark = pytest.mark.no_cover


def test_rules_read_what_stands_in_the_map_and_no_condition_stays_untried() -> None:
    with watched() as conditions:
        for one in FITTED:
            one.reads()
            one.find()
        found = seen(reports(range(9)))
    assert conditions.never_seen() == []
    assert {rule.id: found[rule.id] for rule in RULES} == reads_of(CALL)


def test_a_condition_that_came_out_one_way_is_named() -> None:
    with watched() as conditions:
        judged = judge(Application(), CALL, None, ["R61"])
    assert judged == judge(Application(), CALL, None, ["R61"])
    gaps = conditions.never_seen()
    assert [gap for gap in gaps if gap.startswith("submission.py:") and "was never" in gap]
    assert len(gaps) > 200


def test_the_map_is_as_it_was_written() -> None:
    text = files("validator.rules").joinpath("reads.toml").read_text("utf-8")
    assert as_toml({judge: set(places) for judge, places in noted().items()}) == text


def test_a_judge_is_noted_unless_its_arguments_tell() -> None:
    assert noted().keys() == {name for name, judge in JUDGES.items() if not judge.reads}


def test_every_place_in_the_map_exists() -> None:
    assert [p for places in reads_of(CALL).values() for p in places if not _exists(p)] == []


def test_a_rule_reads_what_the_call_gives_its_mechanism() -> None:
    before = next(rule for rule in CALL.rules if rule.judge == "attested")
    given = before.given | {"of": "/lead/research_level"}
    rules = tuple(
        rule.model_copy(update={"given": given}) if rule is before else rule for rule in CALL.rules
    )
    call = Call.model_validate(CALL.model_copy(update={"rules": rules}).model_dump())
    assert reads_of(call)[before.id] == {"/lead/research_level"}
    assert before.id in readers(call, "/lead/research_level")


def test_a_question_knows_its_rules() -> None:
    assert readers(CALL, "/alliance/size_reason") == ("R22",)
    assert readers(CALL, "/members/7/tier") == ("R21", "C7")
    assert readers(CALL, "/lead/phone") == ()


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
