"""The answers behind a finding stand beside it as people see them."""

from __future__ import annotations

from typing import Any

import pytest
from rules.drafts import drawn
from rules.situations import CALL, Example

from validator.application import Application
from validator.application.places import UNANSWERED, asked
from validator.check import check
from validator.decisive import decisive


def _shown(rule: str, members: int = 11, **changed: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    example = Example(rule=rule, situation="", status="met", members=members, **changed)
    answers = asked(example.application).answers
    return [(one.label, one.value) for one in decisive(example.find(), answers, Application)]


def test_few_answers_are_shown_one_by_one() -> None:
    assert _shown("R58") == [("报送 › 书面材料份数", "6 份")]
    assert ("组织构架 › 常设执行机构 › 办公场所证明", "产权证明") in _shown("R33")


def test_the_same_answer_of_all_units_is_one_line() -> None:
    shown = _shown("R18", members=29)
    assert ("30 家单位 › 法人地位", "均为“独立法人”") in shown
    assert (
        "30 家单位 › 单位类别",
        "“企业”25 家，“高校”2 家，“科研机构”2 家，“科技中介”1 家",
    ) in shown


def test_rows_are_counted_by_their_own_name() -> None:
    shown = dict(_shown("R48"))
    assert shown["3 条专家咨询委员会名单 › 姓名"] == "周强、吴强、徐强"
    assert dict(_shown("C6"))["3 条运行记录 › 日期"] == "2022年9月16日至2023年4月21日"


def test_only_the_answers_to_blame_are_shown_where_there_are_some() -> None:
    assert _shown("R18", set={"/members/3/standing": "branch"}) == [
        ("成员单位第 4 家 › 法人地位", "分公司或分支机构")
    ]
    assert _shown("R43", set={"/members/2/credit/queries/0/result": "found"}) == [
        ("成员单位第 3 家 › 诚信状况 › 信用查询第 1 条 › 有无“黑名单”记录", "有")
    ]


def test_what_is_unanswered_or_hidden_is_left_out() -> None:
    assert _shown("R36", unset=["/funding/rules_on"]) == [
        ("经费管理 › 已制定联盟经费内部管理办法", "是"),
        ("经费管理 › 管理办法名称", "联盟经费管理办法"),
    ]
    hiding = _shown("R38", set={"/funding/custody": "own"})
    assert hiding == [("经费管理 › 联盟经费由谁管理", "联盟自行管理")]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_answered_no_more_is_shown_than_asked_for(seed: int) -> None:
    application = drawn(seed)
    answers = asked(application).answers
    for finding in check(application, CALL).findings:
        shown = decisive(finding, answers, Application, most=4)
        assert len(shown) <= 4
        assert all(one.value and one.label for one in shown)
        assert all(answers[one.pointer] not in UNANSWERED for one in shown)
