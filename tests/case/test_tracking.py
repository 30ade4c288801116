"""A reader stands in for a section, and notes whatever is read."""

from __future__ import annotations

import pytest

from validator.application import Application
from validator.application.base import Section
from validator.calls import load
from validator.case import Log, Reader, at, reader, unanswered
from validator.example import example

COMPLETE = example(load("shanxi_alliance_2023"))


def test_answers_are_noted_once_and_sections_are_not() -> None:
    log = Log()
    reading = reader(COMPLETE, "", log)
    assert reading.members[2].credit.good_standing == COMPLETE.members[2].credit.good_standing
    assert reading.members[2].credit.good_standing
    assert reading.lead.name == COMPLETE.lead.name
    assert log.fields == ("/members", "/members/2/credit/good_standing", "/lead/name")


def test_a_section_is_read_once_so_that_it_is_itself() -> None:
    reading = reader(COMPLETE, "", Log())
    assert reading.lead is reading.lead
    assert reading.members[0] is reading.members[0]


def test_naming_a_place_does_not_read_it_but_asking_whether_it_is_answered_does() -> None:
    log = Log()
    lead = reader(Application(), "", log).lead
    assert at(lead, "name", "credit") == ("/lead/name", "/lead/credit")
    assert log.fields == ()
    assert unanswered(lead, "name", "uscc") == ("/lead/name", "/lead/uscc") == log.fields


def test_a_hidden_answer_is_unanswered_and_what_hides_it_is_noted_with_it() -> None:
    answers = {"funding": {"custody": "own", "custodian": "甲"}}
    log = Log()
    funding = reader(Application.model_validate(answers, strict=False), "", log).funding
    assert funding.custodian is None
    assert log.hidden >= {"/funding/custodian"}
    assert log.fields == ("/funding/custodian", "/funding/custody")


def test_what_is_no_question_is_no_attribute() -> None:
    with pytest.raises(AttributeError):
        _ = reader(Application(), "", Log()).lead.nothing


def test_no_question_goes_by_a_name_of_the_reader_itself() -> None:
    own = {name for name in vars(Reader) if not name.startswith("__")}
    kinds, names = [Section], set()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        names |= set(kind.model_fields)
    assert own & names == set()
