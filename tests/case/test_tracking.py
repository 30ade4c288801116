"""The answers of a case note whatever is read, and leave out what is hidden."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from site_build.case_stub import stub
from validator.application import Application
from validator.application.base import Section
from validator.calls import load
from validator.case import Answers, Case, Log, at, given, unanswered
from validator.case import answers as classes
from validator.example import example

CALL = load("shanxi_alliance_2023")
COMPLETE = example(CALL)


def case_of(application: Application, log: Log) -> Case:
    return Case(application, CALL, date(2023, 9, 20), log)


def test_answers_are_noted_once_and_sections_are_not() -> None:
    log = Log()
    case = case_of(COMPLETE, log)
    assert case.members[2].credit.good_standing == COMPLETE.members[2].credit.good_standing
    assert case.members[2].credit.good_standing
    assert case.lead.name == COMPLETE.lead.name
    assert log.fields == ("/members", "/members/2/credit/good_standing", "/lead/name")


def test_the_call_and_the_day_are_no_answers() -> None:
    log = Log()
    case = case_of(COMPLETE, log)
    assert (case.call, case.on, log.fields) == (CALL, date(2023, 9, 20), ())


def test_a_section_is_read_once_so_that_it_is_itself() -> None:
    case = case_of(COMPLETE, Log())
    assert case.lead is case.lead
    assert case.members[0] is case.members[0]


def test_naming_a_place_does_not_read_it_but_asking_whether_it_is_answered_does() -> None:
    log = Log()
    lead = case_of(Application(), log).lead
    assert at(lead, "name", "credit") == ("/lead/name", "/lead/credit")
    assert log.fields == ()
    assert unanswered(lead, "name", "uscc") == ("/lead/name", "/lead/uscc") == log.fields


def test_a_hidden_answer_is_unanswered_and_what_hides_it_is_noted_with_it() -> None:
    answers = {"funding": {"custody": "own", "custodian": "甲"}}
    log = Log()
    funding = case_of(Application.model_validate(answers, strict=False), log).funding
    assert funding.custodian is None
    assert log.hidden >= {"/funding/custodian"}
    assert log.fields == ("/funding/custodian", "/funding/custody")


def test_what_is_no_question_is_no_attribute() -> None:
    with pytest.raises(AttributeError):
        _ = case_of(Application(), Log()).lead.nothing  # type: ignore[attr-defined] - that is the point


def test_no_question_goes_by_a_name_of_the_answers_themselves() -> None:
    own = {name for kind in (Answers, Case) for name in vars(kind) if not name.startswith("__")}
    kinds, names = [Section], set[str]()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        names |= set(kind.model_fields)
    assert own & names == set()


def test_answers_inherit_as_their_sections_do() -> None:
    made = vars(classes)
    assert issubclass(made["LeadAnswers"], made["UnitAnswers"])
    assert issubclass(made["MemberAnswers"], made["UnitAnswers"])
    assert not issubclass(made["PartnerAnswers"], made["UnitAnswers"])


def test_type_checkers_read_of_the_answers_what_the_models_say() -> None:
    written = Path(classes.__file__).with_suffix(".pyi").read_text("utf-8")
    assert written == stub(), "the models have changed: run `make reads`"


def test_a_rule_that_goes_on_with_a_blank_is_stopped() -> None:
    assert given("甲") == "甲"
    assert given(False) is False  # noqa: FBT003 - an answer
    with pytest.raises(ValueError, match="not given"):
        given(None)
