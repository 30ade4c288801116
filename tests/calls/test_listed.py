"""What a call cannot ask is named by file, key and reason, with a way out, in Chinese."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from calls.folder import TEXTS, spoiled
from validator import precheck
from validator.application.asked import asked_by
from validator.application.base import hidden
from validator.calls import Call, CallError, parse
from validator.rules import rules_of

DEMAND = 'demand = { clause = "三（一）1"'


def refusal(texts: dict[str, str], made: Callable[[Call], object] = asked_by) -> str:
    with pytest.raises(CallError) as refused:
        made(parse(texts))
    return str(refused.value)


def own(entry: str) -> dict[str, str]:
    return spoiled(DEMAND, f"{entry}\n{DEMAND}", "questions.toml")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('{ kind = "line" }', "要写 title"),
        ('{ kind = "choice", title = "阶段" }', "要写 options"),
        ('{ kind = "several", title = "行业", options = [] }', "要写 options"),
        ('{ kind = "text", title = "说明", options = ["甲"] }', "options 只用于 choice 和 several"),
        ('{ kind = "choice", title = "阶段", options = ["甲", "甲"] }', "有重复的"),
        ('{ kind = "choice", title = "阶段", options = ["甲", ""] }', "有空的"),
        ('{ kind = "choice", title = "阶段", options = [" 甲"] }', "首尾有空格"),
        ('{ kind = "choice", title = "阶段", options = ["甲\\n乙"] }', "有换行"),
        ('{ kind = "choice", title = "阶段", options = "甲" }', "应为列表"),
        ('{ kind = "line", title = "宗旨", unit = "元" }', "unit（单位）只用于 number"),
        ('{ title = "宗旨", unit = "元" }', "要写明 kind"),
        ('{ kind = "colour", title = "颜色" }', "应为下列之一：line、text、yes_no、number"),
        ('{ kind = "line", title = "宗旨", clause = "九" }', "通知没有条款“九”"),
    ],
)
def test_a_question_of_its_own_that_is_written_wrong(entry: str, said: str) -> None:
    told = refusal(own(f"motto = {entry}"))
    assert "questions.toml 的 alliance.motto" in told
    assert said in told


LINE = '{ kind = "line", title = "宗旨" }'


@pytest.mark.parametrize(
    ("written", "instead", "place", "said"),
    [
        (DEMAND, f"towns2 = {{}}\n{DEMAND}", "alliance.towns2", "没有这个问题，是不是“towns”？"),
        (DEMAND, f"Motto = {LINE}\n{DEMAND}", "alliance.Motto", "应以小写英文字母开头"),
        ("other_field = {", f"other_field = {LINE} #", "alliance.other_field", "已有这个问题"),
        (DEMAND, f"model_dump = {LINE}\n{DEMAND}", "alliance.model_dump", "程序另有用处"),
        ("[charter] #", f"[charter]\nmotto = {LINE} #", "charter.motto", "只能写在 questions.toml"),
        ("[unit] #", f"[unit]\ntier = {LINE} #", "unit.tier", "已有这个问题"),
        (
            "[unit] #",
            f"[member]\nmotto = {LINE}\n[unit]\nmotto = {LINE} #",
            "member.motto",
            "[unit] 里已有这个问题",
        ),
        (
            'licence = { clause = "三（二）7" } # 证照复印件\nlicence_name = {',
            "licence_name = {}\nlicence = {} # {",
            "unit_evidence.licence_name",
            "由“证照复印件”（licence）决定问不问，要列在它之后",
        ),
        ("high_tech = {", "#", "unit.high_tech_certificate", "请把它也列出"),
        ("[target] #", "[targets] #", "targets", "表单没有这一部分"),
        ("targets = {", "#", "target", "没有哪一部分问它"),
        ("office = {", "o = {}\n#", "organs.o", "没有这个问题"),
    ],
)
def test_a_list_that_cannot_be_asked(written: str, instead: str, place: str, said: str) -> None:
    told = refusal(spoiled(written, instead, "questions.toml"))
    assert f"questions.toml 的 {place}：" in told
    assert said in told


def test_what_hangs_on_an_answer_that_is_not_asked_is_always_asked() -> None:
    texts = spoiled("[council] # 理事会\npresence = {", "[council]\n#", "questions.toml")
    asked = asked_by(parse(texts)).model_fields["organs"].annotation().council
    assert "presence" not in type(asked).model_fields
    assert not hidden(asked)


def test_parts_stand_after_the_questions_that_lead_up_to_them() -> None:
    texts = spoiled("has_partners = {", "#", "questions.toml")
    texts["questions.toml"] = (
        texts["questions.toml"]
        .replace('submission = { clause = "四" } # 报送', "submission = {}\nhas_partners = {}")
        .replace("partners = {", "# partners = {", 1)
    )
    told = refusal(texts)
    assert "questions.toml 的 application.has_partners：" in told
    assert "后面还要有一个部分" in told


def test_a_part_without_questions_is_named() -> None:
    text = TEXTS["questions.toml"]
    start, end = text.index("[charter]"), text.index("[funding]")
    told = refusal({**TEXTS, "questions.toml": text[:start] + text[end:]})
    assert "questions.toml 的 organs.charter：没有列出“章程”要问什么，请写 [charter]" in told


def test_a_rule_that_reads_what_is_not_asked_is_named() -> None:
    texts = spoiled("planned_on = {", "#", "questions.toml")
    told = refusal(texts, rules_of)
    assert "“拟报送日期”（/submission/planned_on），questions.toml 没有列出；请列出" in told
    assert "rules.toml 第 " in told
    texts = spoiled("[funding] # 经费管理\nmechanism = {", "[funding]\n#", "questions.toml")
    (line,) = [it for it in refusal(texts, rules_of).splitlines() if "（R35）" in it]
    assert "given.of" in line


def test_a_pre_check_that_asks_more_than_the_form_is_named() -> None:
    texts = spoiled("rules_exist = {", "#", "questions.toml")
    for name in ("rules_name", "rules_on"):
        texts["questions.toml"] = texts["questions.toml"].replace(f"{name} = {{", "#")
    told = refusal(texts, precheck.asked_by)
    assert "precheck.toml 的 money.rules_exist：填入“已制定联盟经费内部管理办法”" in told
    told = refusal(
        spoiled("[money]", f"[money]\nmotto = {LINE}", "precheck.toml"), precheck.asked_by
    )
    assert "precheck.toml 的 money.motto：" in told
    assert "只能写在 questions.toml" in told
