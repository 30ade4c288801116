"""Every place that can hold an answer is found once, and only where it is asked."""

import pytest

from validator.application import Application, Lead
from validator.application.choices import Presence
from validator.application.operation import Operation
from validator.application.organs import Committee, Expert, Office, Organs
from validator.application.places import asked, kind_of, make
from validator.application.without_hidden import without_hidden
from validator.calls import load
from validator.example import example

COMPLETE = example(load("shanxi_alliance_2023"))


def test_a_section_is_made_of_questions_sections_and_rows() -> None:
    made = make(Application)
    assert made.questions == ("notice", "has_partners")
    assert made.rows == ("members", "partners")
    assert "lead" in made.sections
    assert sorted((*made.questions, *made.sections, *made.rows)) == sorted(made.fields)


def test_no_place_stands_twice_and_answers_are_told_from_lists() -> None:
    found = asked(COMPLETE)
    assert found.answers["/members/3/credit/queries/0/channel"] == "信用中国"
    assert found.answers["/lead/name"] == COMPLETE.lead.name
    assert "/members/3/credit/queries" in found.lists
    assert "/members" in found.lists
    assert found.lists["/members"] == len(COMPLETE.members)
    assert found.answers.keys().isdisjoint(found.lists)


def test_a_hidden_question_is_not_asked() -> None:
    operation = Operation(had_founding_meeting=False)
    assert "/operation/founding_meeting_on" not in asked(operation, "/operation").answers
    assert (
        "/operation/founding_meeting_on"
        in asked(Operation(had_founding_meeting=True), "/operation").answers
    )


def test_what_is_unanswered_is_asked_all_the_same() -> None:
    assert set(asked(Lead()).answers.values()) <= {None, ()}
    assert asked(Lead()).answers.keys() >= {"/name", "/credit/good_standing"}


def test_a_hidden_list_is_not_asked_and_stays_off_paper_and_in_the_draft() -> None:
    people = (Expert(name="王明"),)
    organs = Organs(committee=Committee(presence=Presence.ABSENT, people=people))
    found = asked(organs, "/organs")
    assert "/organs/committee/people" not in found.lists
    assert not [place for place in found.answers if place.startswith("/organs/committee/people")]
    assert without_hidden(organs).committee.people == ()
    assert organs.committee.people == people


def test_what_waits_for_a_hidden_answer_is_hidden_as_well() -> None:
    office = Office(presence=Presence.ABSENT, fixed_premises=True, address="甲")
    assert set(asked(office).answers) == {"/presence"}


def test_a_section_is_not_taken_from_a_question() -> None:
    assert kind_of(Application.model_fields["lead"]) is Lead
    with pytest.raises(TypeError, match="holds no section"):
        kind_of(Application.model_fields["has_partners"])
