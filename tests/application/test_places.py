"""Every place that can hold an answer is found once, and only where it is asked."""

from validator.application import Application, Lead
from validator.application.operation import Operation
from validator.application.places import find, make, places
from validator.example import example
from validator.notices import load

COMPLETE = example(load("shanxi_alliance_2023"))


def test_a_section_is_made_of_questions_sections_and_rows() -> None:
    made = make(Application)
    assert made.questions == ("notice", "has_partners")
    assert made.rows == ("members", "partners")
    assert "lead" in made.sections
    assert sorted((*made.questions, *made.sections, *made.rows)) == sorted(made.fields)


def test_no_place_stands_twice_and_answers_are_told_from_lists() -> None:
    found = {place.pointer: place for place in places(COMPLETE)}
    assert len(found) == len(list(places(COMPLETE)))
    assert found["/members/3/credit/queries/0/channel"].value == "信用中国"
    assert found["/members/3/credit/queries"].rows
    assert not found["/members"].answered
    assert found["/lead/name"].answered
    assert found["/lead/name"].field.title == "单位全称"


def test_a_hidden_question_is_no_place() -> None:
    operation = Operation(had_founding_meeting=False)
    assert "/operation/founding_meeting_on" not in {
        place.pointer for place in places(operation, "/operation")
    }
    assert not any(place.answered for place in places(Lead()))


def test_a_place_is_found_by_its_pointer_where_it_is_asked() -> None:
    pointers = (
        "/lead/name",
        "/members",
        "/members/99/name",
        "/lead/figures/0/year",
        "/lead/nothing",
    )
    assert [p.pointer for p in find(COMPLETE, pointers)] == [
        "/lead/name", "/members", "/lead/figures/0/year",
    ]  # fmt: skip
    hiding = Application(operation=Operation(had_founding_meeting=False))
    assert list(find(hiding, ["/operation/founding_meeting_on"])) == []
