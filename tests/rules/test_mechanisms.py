"""What a call gives a mechanism is checked when the call's rules are made ready, by place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from validator.application import Application
from validator.calls import Call, CallError, load
from validator.case import Case, Log
from validator.rules import Verdict, rules_of

CALL = load("shanxi_alliance_2023")


def call_with(judge: str, given: Mapping[str, Any]) -> Call:
    """The call with one of its rules, R01, judged otherwise."""
    first, *others = CALL.rules
    changed = first.model_copy(update={"judge": judge, "given": given})
    return Call.model_validate(CALL.model_copy(update={"rules": (changed, *others)}).model_dump())


def verdict(judge: str, given: Mapping[str, Any], answers: Mapping[str, Any]) -> Verdict:
    """What R01 says, so judged, of an application that says `answers` and nothing else."""
    call = call_with(judge, given)
    application = Application.model_validate(answers, strict=False)
    return rules_of(call)[0].judge(Case(application, call, date(2023, 8, 8), Log()))


@pytest.mark.parametrize(
    ("judge", "given", "key", "reason"),
    [
        ("guidance", {}, "says", "缺少这一项"),
        ("guidance", {"says": ""}, "says", "不得少于 1 个字"),
        ("guidance", {"says": 3}, "says", "应为文字"),
        ("guidance", {"says": "甲。", "colour": 1}, "colour", "没有这一项"),
        ("attested", {"of": "/lead/demand"}, "of", "申报表里没有“/lead/demand”这个问题"),
        ("attested", {"of": "/members/0/task"}, "of", "应写只问一次的问题"),
        ("attested", {"of": "/members/*/task"}, "of", "应写只问一次的问题"),
        ("exact_figure", {"wanted": "copy"}, "wanted", "[figures] 里没有“copy”这个数"),
        ("exact_figure", {"wanted": "business_years"}, "wanted", "没有“business_years”这个数"),
        ("each_unit", {"of": ("task", "hobby")}, "of.1", "单位没有“hobby”这个问题"),
        ("each_unit", {"of": ()}, "of", "不得少于 1 项"),
        ("each_unit", {"of": ("task",), "among": ("club",)}, "among.0", "应为下列之一"),
        ("papers", {"of": {}}, "of", "不得少于 1 项"),
        ("papers", {"of": {"/evidence/none": "甲"}}, "of", "没有“/evidence/none”这个问题"),
        ("tick", {"details": ("/funding/no",)}, "details.0", "没有“/funding/no”这个问题"),
        ("one_of", {"of": "/lead/city", "among": "villages"}, "among", "没有“villages”这个列表"),
        ("one_of", {"of": "/lead/city", "among": ()}, "among", "不得少于 1 项"),
        ("one_of", {"of": "/lead/staff"}, "of", "“/lead/staff”不是填名称的问题"),
        ("at_least", {"of": "/lead/city"}, "of", "“/lead/city”不是填数字的问题"),
        ("at_least", {"of": "/lead/high_tech"}, "of", "“/lead/high_tech”不是填数字的问题"),
        ("at_most", {"of": "/submission/copies", "most": 0}, "most", "应大于 0"),
        ("at_most", {"of": "/submission/copies", "most": "pages"}, "most", "没有“pages”这个数"),
        ("day", {"of": "/submission/copies"}, "of", "“/submission/copies”不是填日期的问题"),
        ("day", {"of": "/submission/filled_on", "since": "spring"}, "since", "没有“spring”这一天"),
        ("day", {"of": "/submission/filled_on", "until": 3}, "until", "应为日期、call.toml 里某"),
        ("day", {"of": "/submission/filled_on", "until": "/lead/no"}, "until", "没有“/lead/no”"),
        ("deadlines", {"of": {"list": "/submission/filled_on"}}, "of", "没有“list”这个期限"),
        ("count_units", {"where": {"hobby": ("chess",)}}, "where", "没有“hobby”这个问题"),
        ("count_units", {"where": {"hobby": ("chess",)}}, "where.hobby", "单位没有“hobby”"),
        ("count_units", {"where": {"tier": ("best",)}}, "where", "没有“best”这个回答"),
        ("count_units", {"where": {"no_uscc": (True,)}}, "where", "“no_uscc”有时不问"),
        ("count_units", {"where_not": {"province": ("山西",)}}, "where_not", "应为省级行政区全称"),
        ("count_units", {"least": 0}, "least", "应大于 0"),
        ("list_of", {"of": "/evidence/projects"}, "of", "应写列表每一行都问的问题"),
        ("list_of", {"of": "/evidence/projects/*/no"}, "of", "没有“/evidence/projects/*/no”"),
        ("list_of", {"of": "/partners/*/name"}, "of", "“/partners”有时不问"),
        ("tick", {"of": "/lead/city"}, "of", "“/lead/city”不是答是或否的问题"),
        ("tick", {"of": "/lead/category"}, "of", "“/lead/category”不是答是或否的问题"),
        ("papers", {"of": {"/lead/city": "甲"}}, "of", "“/lead/city”不是答是或否的问题"),
        ("attested", {"of": "/submission/copies"}, "of", "“/submission/copies”不是填文字的问题"),
        ("attested", {"of": "/lead/high_tech"}, "of", "“/lead/high_tech”不是填文字的问题"),
        ("exact_figure", {"of": "/lead/city"}, "of", "“/lead/city”不是填数字的问题"),
        ("attested", {"of": "/funding/supervisor"}, "of", "“/funding/supervisor”有时不问"),
        ("tick", {"of": "/lead/above_scale_proof"}, "of", "“/lead/above_scale_proof”有时不问"),
        ("papers", {"of": {"/lead/no_uscc": "甲"}}, "of", "“/lead/no_uscc”有时不问"),
        ("day", {"of": "/funding/rules_on"}, "of", "“/funding/rules_on”有时不问"),
        ("day", {"of": "/submission/filled_on", "until": "/funding/rules_on"}, "until", "有时不问"),
    ],
)
def test_a_wrong_argument_is_named_by_key_and_reason(
    judge: str, given: Mapping[str, Any], key: str, reason: str
) -> None:
    with pytest.raises(CallError) as refusal:
        rules_of(call_with(judge, given))
    lines = [line for line in str(refusal.value).splitlines() if reason in line]
    steps = [f"第 {int(it) + 1} 项" if it.isdigit() else it for it in key.split(".")]
    place = f"rules.toml 第 1 条规则（R01）的 given.{'.'.join(steps)}".replace(".第", " 第")
    assert any(line.startswith((f"{place}：", f"{place}.")) for line in lines), str(refusal.value)
    assert "function-" not in str(refusal.value)
    assert all("（R01）" in line for line in lines)


def test_all_wrong_arguments_are_named_at_once() -> None:
    with pytest.raises(CallError) as refusal:
        rules_of(call_with("tick", {"of": "/no"}))
    said = str(refusal.value)
    assert [
        key for key in ("of", "yes", "no", "advice", "blank") if f"given.{key}" not in said
    ] == []


TICK = {
    "of": "/funding/rules_exist",
    "details": ("/funding/rules_name", "/funding/rules_on"),
    "yes": "有《{rules_name}》（{rules_on}）。",
    "no": "没有。",
    "advice": "请制定。",
    "blank": "未填全。",
}


def test_a_sentence_repeats_the_answers_that_it_names() -> None:
    funding = {"rules_exist": True, "rules_name": "《办法》", "rules_on": "2022-04-20"}
    said = verdict("tick", TICK, {"funding": funding})
    assert said.message == "有《办法》（2022年4月20日）。"


def test_what_a_tick_waits_for_is_named() -> None:
    said = verdict("tick", TICK, {"funding": {"rules_exist": True}})
    assert said.settles == ("/funding/rules_name", "/funding/rules_on")
    assert verdict("tick", TICK, {}).settles[0] == "/funding/rules_exist"
    denied = verdict("tick", TICK, {"funding": {"rules_exist": False}})
    assert (denied.message, denied.settles) == ("没有。", ("/funding/rules_exist",))


def test_an_answer_that_looks_like_a_blank_is_repeated_as_it_stands() -> None:
    funding = {"rules_exist": True, "rules_name": "{rules_on}", "rules_on": "2022-04-20"}
    assert verdict("tick", TICK, {"funding": funding}).message.startswith("有《{rules_on}》（2022")


def test_a_unit_without_a_category_may_be_one_that_is_asked() -> None:
    given = {"of": ("task",), "among": ("university",), "given": "全。", "blank": "缺 {blanks}。"}
    lead = {"category": "enterprise", "name": "甲"}
    answers = {"lead": lead, "members": [{"name": "乙"}], "alliance": {"members_listed": True}}
    assert verdict("each_unit", given, answers).settles == ("/members/0/task",)
    answers["members"][0]["category"] = "finance"
    assert verdict("each_unit", given, answers).message == "全。"
