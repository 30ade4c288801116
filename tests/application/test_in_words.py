"""Answers are shown in words."""

from datetime import date
from typing import Any

import pytest

from validator.application import Application
from validator.application.choices import Tier
from validator.application.evidence import Transfer
from validator.application.in_words import in_words
from validator.application.places import make
from validator.chinese import figure


@pytest.mark.parametrize(
    ("section", "name", "value", "words"),
    [
        ("organs", "office.fixed_premises", True, "是"),
        ("lead", "credit.has_misconduct", False, "无"),
        ("lead", "credit.good_standing", False, "否"),
        ("lead", "founded_on", date(2010, 5, 6), "2010年5月6日"),
        ("submission", "copies", 6, "6 份"),
        ("lead", "staff", 12000, "12,000 人"),
        ("lead", "evidence.business_years", (2020, 2021), "2020、2021"),
        ("alliance", "chains", tuple("甲乙丙丁戊己"), "甲、乙、丙、丁、戊等 6 项"),
        ("lead", "task", "第一行\n第二行", "第一行 第二行"),
        ("lead", "strength", "强" * 50, "强" * 40 + "……"),
        ("lead", "category", Tier.CORE, "核心成员"),
    ],
)
def test_shown(section: str, name: str, value: Any, words: str) -> None:  # noqa: ANN401
    kind = make(Application).fields[section].annotation
    *path, last = name.split(".")
    for step in path:
        kind = make(kind).fields[step].annotation
    assert in_words(value, make(kind).fields[last]) == words


def test_zero_has_no_minus() -> None:
    amount = make(Transfer).fields["amount"]
    assert {in_words(number, amount) for number in (0.0, -0.0)} == {"0 万元"}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (8e6, "8,000,000"),
        (123456789.55, "123,456,789.55"),
        (-0.0, "0"),
        (10**399, "1" + ",000" * 133),
    ],
)
def test_figures_are_written_out(value: float, written: str) -> None:
    assert figure(value) == written
