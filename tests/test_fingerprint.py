"""A report and a document say which call and rules made them, by eight digits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from calls.folder import TEXTS

import validator
from site_build.fingerprint import meaning, rules_fingerprint
from validator.calls import DEFAULT, load, parse
from validator.check import check
from validator.example import example
from validator.fingerprint import fingerprint

CALL = load(DEFAULT)
CODE = '''
"""A module."""

from __future__ import annotations

import re  # for names


class One:
    """A class."""

    most = 3  # as the notice says

    def two(self) -> str:
        """A method."""
        # why
        return "# no comment"
'''


def test_what_was_written_of_the_rules_is_what_they_are() -> None:
    written = Path(str(validator.__file__)).with_name("fingerprint.txt").read_text("utf-8").strip()
    assert written == rules_fingerprint(), "run `make fingerprint`"


def test_is_eight_digits_and_stands_in_every_report() -> None:
    report = check(example(CALL), CALL)
    assert re.fullmatch("[0-9a-f]{8}", report.fingerprint)
    assert report.fingerprint == fingerprint(CALL) == fingerprint(load(DEFAULT))


def test_changes_with_the_call_and_not_with_how_its_file_is_laid_out() -> None:
    anew = {name: f"# laid out anew\n\n{text}" for name, text in TEXTS.items()}
    assert fingerprint(parse(anew)) == fingerprint(CALL)
    day, text = f"last_day = {CALL.window.last_day}", TEXTS["call.toml"]
    assert day in text
    later = {**TEXTS, "call.toml": text.replace(day, "last_day = 2023-08-12")}
    assert fingerprint(parse(later)) != fingerprint(CALL)


def test_a_copy_that_says_something_else_has_another() -> None:
    before = fingerprint(CALL)
    other = CALL.model_copy(update={"recognised": ("甲联盟",)})
    assert fingerprint(other) != before
    assert other.folder is CALL.folder
    assert fingerprint(CALL.model_copy()) == fingerprint(CALL.model_copy(update={})) == before
    with pytest.raises(ValueError, match="recognised"):
        CALL.model_copy(update={"recognised": "甲联盟"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"""A class."""', '"""A class of another name."""'),
        ("  # as the notice says", ""),
        ("        # why\n", "\n\n"),
        ("import re  # for names", "import json"),
        ('"""A module."""\n', ""),
    ],
)
def test_does_not_change_with_what_decides_nothing(old: str, new: str) -> None:
    assert old in CODE
    assert [*meaning(CODE.replace(old, new))] == [*meaning(CODE)]


@pytest.mark.parametrize(("old", "new"), [("most = 3", "most = 4"), ("# no comment", "# none")])
def test_changes_with_what_may_decide(old: str, new: str) -> None:
    assert old in CODE
    assert [*meaning(CODE.replace(old, new))] != [*meaning(CODE)]
