"""Drafts of earlier versions: every step leads to the next, and old files simply work."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from rules.drafts import drawn

from validator.calls import DEFAULT, load
from validator.drafts import VERSION, read, save
from validator.example import example
from validator.fingerprint import fingerprint
from validator.migrations import STEPS, Draft, Steps

CALL = load("shanxi_alliance_2023")
VERSION_1 = Path(__file__).parent / "drafts_of_version_1"
JUNK: tuple[Any, ...] = (None, True, 7, "甲", [], [None], {}, {"甲": [1]}, [{"name": {}}])


def old(name: str) -> str:
    return (VERSION_1 / f"{name}.json").read_text("utf-8")


def renaming(before: str, after: str) -> Any:  # noqa: ANN401 - a step
    return lambda draft: {after if key == before else key: draft[key] for key in draft}


@pytest.mark.parametrize(("name", "minimal"), [("complete", False), ("minimal", True)])
def test_a_file_of_version_1_opens_as_if_saved_today(name: str, minimal: bool) -> None:  # noqa: FBT001
    received = read(old(name))
    assert json.loads(old(name))["draft_version"] == 1
    assert received.application == example(CALL, minimal=minimal)
    assert (received.problems, received.name) == ((), None)
    assert received.draft == json.loads(save(example(CALL, minimal=minimal)))


def test_a_file_without_a_version_is_of_version_1() -> None:
    answers = json.loads(old("complete"))
    del answers["draft_version"]
    assert read(json.dumps(answers)) == read(old("complete"))


def test_what_was_typed_wrong_in_version_1_stays_as_typed() -> None:
    received = read(old("as_typed"))
    assert [problem.pointer for problem in received.problems] == [
        "/members/1/uscc",
        "/submission/copies",
    ]
    own = {"draft_version": VERSION, "fingerprint": fingerprint(load(DEFAULT))}
    assert received.draft == json.loads(old("as_typed")) | own


@pytest.mark.parametrize("seed", range(25))
def test_every_steps_output_is_a_draft_of_the_next_version(seed: int) -> None:
    answers = json.loads(save(drawn(seed)))
    del answers["draft_version"]
    before = json.dumps(answers)
    for version in range(1, VERSION):
        stepped = STEPS.bring_up(answers, version)
        received = read(json.dumps(stepped | {"draft_version": VERSION}))
        assert received.problems == ()
        assert json.dumps(answers) == before


@pytest.mark.parametrize("seed", range(25))
def test_no_step_trips_over_what_is_no_answer(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - the same lot every time, and no secret
    answers = {key: dice.choice(JUNK) for key in (*json.loads(old("complete")), "draft_name", "甲")}
    del answers["draft_version"]
    for version in range(1, VERSION):
        assert isinstance(STEPS.bring_up(answers, version), dict)
    read(json.dumps(answers | {"notice": CALL.id}))


def test_steps_are_taken_in_order_from_where_a_draft_stands() -> None:
    steps = Steps()
    steps.starts_from(1)(renaming("a", "b"))
    steps.starts_from(2)(renaming("b", "c"))
    assert steps.present == 3
    assert steps.bring_up({"a": 1}, 1) == {"c": 1}
    assert steps.bring_up({"a": 1, "b": 2}, 2) == {"a": 1, "c": 2}
    assert steps.bring_up({"a": 1}, 3) == {"a": 1}


@pytest.mark.parametrize(
    ("version", "said"), [(1, "registered twice"), (0, "registered twice"), (3, "after a gap")]
)
def test_a_step_registered_twice_or_after_a_gap_is_an_error(version: int, said: str) -> None:
    def stay(draft: Draft) -> Draft:
        return draft

    steps = Steps()
    steps.starts_from(1)(stay)
    with pytest.raises(ValueError, match=said):
        steps.starts_from(version)
    assert steps.present == 2
