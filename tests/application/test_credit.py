"""What a unit's credit statement comes to: what is listed counts, whatever was ticked above it."""

from __future__ import annotations

import json

import pytest

from validator.application import Application
from validator.application.credit import Credit

SPOTLESS = {
    "good_standing": True,
    "has_misconduct": False,
    "queries": [{"channel": "信用中国", "queried_on": "2023-08-01", "result": "clear"}],
}
RECORD = {"conduct": "论文造假", "ends_on": "2025-01-01"}
FOUND = {"channel": "信用中国", "queried_on": "2023-08-01", "result": "found"}


def credit(**answers: object) -> Credit:
    text = json.dumps({"lead": {"credit": SPOTLESS | answers}})
    return Application.model_validate_json(text).lead.credit


@pytest.mark.parametrize(
    ("answers", "clear"),
    [
        ({}, True),
        ({"misconduct": [RECORD]}, False),
        ({"has_misconduct": True}, False),
        ({"has_misconduct": None}, False),
        ({"queries": [FOUND]}, False),
        ({"good_standing": False}, False),
        ({"good_standing": None}, False),
    ],
)
def test_clear_is_said_only_when_nothing_speaks_against_it(
    answers: dict[str, object],
    clear: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert credit(**answers).clear is clear


def test_a_listed_record_counts_against_a_ticked_no() -> None:
    assert credit(misconduct=[RECORD]).misconduct_declared is True
