"""Every question has a title and stands in the schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum

import pytest
from pydantic import ValidationError

from validator.application import Application, choices
from validator.application.base import Choice, Section, condition_of
from validator.problems import describe
from validator.reference import DOUBLE_FIRST_CLASS, PROVINCES

CHINESE = re.compile(r"[\u4e00-\u9fff]")
SCHEMA = Application.model_json_schema()
CHOICES = [
    kind for kind in vars(choices).values()
    if isinstance(kind, type) and issubclass(kind, Choice) and kind is not Choice
]  # fmt: skip


def _sections(kind: type[Section] = Section) -> Iterator[type[Section]]:
    for section in kind.__subclasses__():
        yield section
        yield from _sections(section)


SECTIONS = list(_sections())


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.__name__)
def test_a_question_has_a_title_and_a_known_condition(
    section: type[Section],
) -> None:
    earlier: list[str] = []
    for name, field in section.model_fields.items():
        assert CHINESE.search(field.title or ""), name
        condition = condition_of(field)
        if condition:
            assert condition.earlier in earlier, name
            for value in condition.values:
                section.model_validate({condition.earlier: value}, strict=False)
        earlier.append(name)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.__name__)
def test_every_answer_may_be_missing(section: type[Section]) -> None:
    assert section().model_dump(exclude_defaults=True) == {}


def test_every_section_and_choice_stands_in_the_schema() -> None:
    own = [kind for kind in SECTIONS if kind.__module__.startswith("validator.application.")]
    names = {kind.__name__ for kind in (*own, *CHOICES)}
    abstract = {"Identity", "Person", "Tiered", "Unit"}
    assert names - set(SCHEMA["$defs"]) - {"Application"} == abstract


@pytest.mark.parametrize("name", sorted(SCHEMA["$defs"]))
def test_what_the_schema_shows_has_chinese_titles(name: str) -> None:
    part = SCHEMA["$defs"][name]
    for question, shown in part.get("properties", {}).items():
        assert CHINESE.search(shown["title"]), question
    for choice in part.get("oneOf", []):
        assert set(choice) == {"const", "title"}
        assert choice["title"]
    assert part.get("properties") or part.get("oneOf")


@pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.__name__)
def test_a_choice_is_a_plain_code_with_its_own_words(kind: type[Choice]) -> None:
    assert issubclass(kind, StrEnum)
    shown = SCHEMA["$defs"][kind.__name__]["oneOf"]
    assert shown == [{"const": choice.value, "title": choice.label} for choice in kind]
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", choice.value) for choice in kind)
    assert len({choice.label for choice in kind}) == len(kind)
    assert all(str(choice) == choice.label for choice in kind)


def test_a_misspelt_question_is_refused() -> None:
    assert _problem({"lead": {"nmae": "甲"}}).startswith("没有这一项")


def test_a_wrong_choice_is_told_what_there_is() -> None:
    assert _problem({"submission": {"medium": "tape"}}) == "应为下列之一：disc、usb、none"


@pytest.mark.parametrize("province", ["山西省", "北京市", "内蒙古自治区", "香港特别行政区", "境外"])
def test_a_province(province: str) -> None:
    application = Application.model_validate({"lead": {"province": f" {province}"}})
    assert application.lead.province == province


@pytest.mark.parametrize("province", ["山西", "晋", "Shanxi", "太原市"])
def test_what_is_no_province_is_named(province: str) -> None:
    problem = _problem({"lead": {"province": province}})
    assert problem == f"应为省级行政区全称，如“北京市”；现为“{province}”"


def test_the_reference_lists_are_whole() -> None:
    assert len(set(PROVINCES)) == len(PROVINCES) == 34 + 1
    assert len(set(DOUBLE_FIRST_CLASS)) == len(DOUBLE_FIRST_CLASS) == 147 + 1
    assert {"山西大学", "太原理工大学", "上海体育学院", "上海体育大学"} <= set(DOUBLE_FIRST_CLASS)


def _problem(answers: dict[str, object]) -> str:
    with pytest.raises(ValidationError) as refusal:
        Application.model_validate_json(json.dumps(answers))
    return describe(refusal.value.errors()[0])
