"""Filling any compiled template: what people type, and what authors get wrong."""

import pytest
from parity.documents import paragraphs, texts

from site_build.word_templates.compiler import compiled
from validator.attachments.environment import environment
from validator.word.compiled import CompiledTemplate, load
from validator.word.errors import TemplateFaultError, UnknownNameError
from validator.word.package import pack

HOSTILE = {
    "{{7*7}}{% for x in y %}{#": "{{7*7}}{% for x in y %}{#",
    "{_{ 7*7 }_}": "{_{ 7*7 }_}",
    "<w:p/></w:t>&amp;]]>": "<w:p/></w:t>&amp;]]>",
    "a\x00\x07\x0c\x1fb": "ab",
    "[\ud800] [\udfff]": "[] []",
    "\ufffe甲\uffff": "甲",
    "好" * 10_000: "好" * 10_000,
    "😀𠮷": "😀𠮷",
    "\u202e倒\u202c\u200b": "\u202e倒\u202c\u200b",
    "一\r\n二\r三\t四": "一\n二\n三\t四",
}


def _template(*lines: str) -> CompiledTemplate:
    return load(compiled(paragraphs(*lines), ""), environment())


@pytest.mark.parametrize(("typed", "written"), HOSTILE.items())
def test_hostile_text_stays_text(typed: str, written: str) -> None:
    filled = pack(_template("[{{ x }}]", "尾").fill({"x": typed}))
    assert texts(filled) == [f"[{written}]", "尾"]


def test_an_unknown_name_is_refused_not_printed_blank() -> None:
    with pytest.raises(UnknownNameError, match="nmae"):
        _template("{{ nmae }}").fill({})


@pytest.mark.parametrize("code", ["{{ ''.__class__.__mro__ }}", "{{ range(10**9) }}"])
def test_a_template_cannot_reach_out_of_the_sandbox(code: str) -> None:
    with pytest.raises((TemplateFaultError, UnknownNameError)):
        _template(code).fill({})


@pytest.mark.parametrize(("given", "written"), [(None, "无"), ((), "无"), (("甲", "乙"), "甲乙")])
def test_a_loop_over_an_answer_that_was_not_given_goes_round_no_time(
    given: object, written: str
) -> None:
    template = _template("{% for x in names %}{{ x }}{% else %}无{% endfor %}")
    assert texts(pack(template.fill({"names": given}))) == [written]


def test_a_loop_over_an_unknown_name_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="nmaes"):
        _template("{% for x in nmaes %}{{ x }}{% endfor %}").fill({})
