"""Every section of the form says how far it is."""

from __future__ import annotations

import json
from typing import Any

from validator import drafts
from validator.application.places import asked
from validator.calls import load
from validator.check import check
from validator.example import example
from validator.progress import SectionState, State, progress

CALL = load("shanxi_alliance_2023")
COMPLETE = json.loads(example(CALL).model_dump_json(exclude_defaults=True))
SECTIONS = [
    "/alliance", "/lead", "/members", "/partners", "/agreement",
    "/organs", "/funding", "/operation", "/evidence", "/submission",
]  # fmt: skip


def _states(draft: dict[str, Any]) -> dict[str, SectionState]:
    received = drafts.read(json.dumps(draft))
    report = check(received.application, CALL)
    found = progress(asked(received.application), report, received.problems)
    return {state.pointer: state for state in found}


def test_an_empty_form_is_not_started_whatever_the_page_set_itself() -> None:
    states = _states({"notice": CALL.id})
    assert list(states) == SECTIONS
    assert {state.state for state in states.values()} == {State.NOT_STARTED}
    assert states["/lead"].wanted > 10


def test_a_complete_form_is_done_in_every_section() -> None:
    states = _states(COMPLETE)
    assert {state.state for state in states.values()} == {State.DONE}
    assert {state.wanted for state in states.values()} == {0}
    assert states["/funding"].answered == len(COMPLETE["funding"])


def test_a_section_with_an_open_answer_is_in_hand() -> None:
    funding = {**COMPLETE["funding"]}
    del funding["mechanism"]
    state = _states({**COMPLETE, "funding": funding})["/funding"]
    assert (state.state, state.wanted, state.answered) == (State.STARTED, 1, len(funding))


def test_a_hidden_answer_does_not_count() -> None:
    funding = {**COMPLETE["funding"], "custody": "own"}
    assert _states({**COMPLETE, "funding": funding})["/funding"].answered == len(funding) - 1


def test_an_answer_that_is_blamed_makes_its_section_faulty_and_no_other() -> None:
    states = _states({**COMPLETE, "funding": {**COMPLETE["funding"], "mechanism": False}})
    assert [s.pointer for s in states.values() if s.state is State.FAULTY] == ["/funding"]


def test_an_answer_that_cannot_be_used_makes_its_section_faulty() -> None:
    states = _states({"members": [{"uscc": "123"}]})
    assert [s.pointer for s in states.values() if s.state is State.FAULTY] == ["/members"]


def test_whether_there_are_partners_belongs_to_the_partners() -> None:
    states = _states({"has_partners": False})
    assert states["/partners"].state is State.DONE
    assert states["/partners"].answered == 1
