"""The page for publishers tells of every judge, with words for everything and for nothing else."""

from __future__ import annotations

import built

from site_build.pages import judges
from validator.calls import available, load
from validator.rules import JUDGES
from validator.rules.mechanisms import MECHANISMS

SHAPES = {judge.name for judge in judges.of_modules(MECHANISMS)}
TOLD = built.page("about/publishing/").words


def test_every_mechanism_and_every_argument_has_words_and_nothing_else_has() -> None:
    assert set(judges.WORDS["mechanisms"]) == SHAPES
    arguments = {key for name in SHAPES for key in JUDGES[name].arguments.model_fields}
    assert set(judges.WORDS["arguments"]) == arguments


def test_what_a_mechanism_says_by_itself_is_on_the_page() -> None:
    for shape in judges.mechanisms():
        assert shape.name in TOLD
        for argument in shape.arguments:
            assert argument.name in TOLD
            assert argument.default in TOLD


def test_every_function_that_a_call_names_is_told_with_the_titles_of_its_rules() -> None:
    told = {it.name: it.use for it in judges.functions()}
    for call in map(load, available()):
        for rule in call.rules:
            assert rule.judge in SHAPES or rule.title in told[rule.judge]
    assert [name for name in told if name not in TOLD] == []
