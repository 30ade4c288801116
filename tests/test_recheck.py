"""A draft checked again says what a whole check says, and runs only what can have changed."""

from __future__ import annotations

from typing import Any

import pytest
from rules.drafts import drawn
from rules.situations import CALL
from rules.walks import Walk, opened

from validator import recheck
from validator.application import Application
from validator.application.places import asked
from validator.check import check
from validator.example import example
from validator.recheck import Recheck
from validator.report import Report

COMPLETE = example(CALL)


def _check(again: Recheck, application: Application) -> Report:
    return again.check(application, asked(application), CALL)


def _with(**changed: Any) -> Application:  # noqa: ANN401
    lead = COMPLETE.lead.model_copy(update=changed)
    return COMPLETE.model_copy(update={"lead": lead})


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rules that were run, by their ids."""
    ids: list[str] = []
    plain = recheck.trace

    def told(*given: Any) -> Any:  # noqa: ANN401
        ids.extend(rule.id for rule in given[3])
        return plain(*given)

    monkeypatch.setattr(recheck, "trace", told)
    return ids


@pytest.mark.no_cover
@pytest.mark.parametrize("start", [Application(), example(CALL, minimal=True), drawn(1)])
@pytest.mark.parametrize("seed", range(8))
def test_on_any_walk_it_says_what_a_whole_check_says(start: Application, seed: int) -> None:
    walk, again = Walk(start, seed), Recheck()
    for _ in range(60):
        report = check(walk.application, CALL)
        assert _check(again, walk.application) == report
        if walk.dice.random() < 0.5:
            walk.wander()
        elif opened(report):
            walk.step(report)


def test_only_rules_that_read_what_changed_are_run(ran: list[str]) -> None:
    again = Recheck()
    _check(again, COMPLETE)
    assert len(ran) == len(set(ran)) == len(check(COMPLETE, CALL).findings)
    ran.clear()
    _check(again, COMPLETE)
    assert ran == []
    _check(again, _with(technology_level="改过的说明"))
    assert ran == ["R16"]


def test_another_day_runs_every_rule(ran: list[str]) -> None:
    again = Recheck()
    _check(again, COMPLETE)
    ran.clear()
    later = COMPLETE.submission.model_copy(update={"planned_on": CALL.window.last_day})
    _check(again, COMPLETE.model_copy(update={"submission": later}))
    assert len(ran) == len(check(COMPLETE, CALL).findings)


def test_one_row_more_is_a_change(ran: list[str]) -> None:
    again = Recheck()
    _check(again, COMPLETE)
    ran.clear()
    more = COMPLETE.model_copy(update={"members": (*COMPLETE.members, COMPLETE.members[0])})
    assert _check(again, more) == check(more, CALL)
    assert "R21" in ran


def test_zero_and_minus_zero_are_two_answers() -> None:
    again = Recheck()
    for revenue in (0.0, -0.0, 0.0):
        figures = [
            figure.model_copy(update={"revenue": revenue}) for figure in COMPLETE.lead.figures
        ]
        application = _with(figures=tuple(figures))
        assert _check(again, application) == check(application, CALL)
