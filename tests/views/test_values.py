"""The answers that decided a finding, as people see them."""

from validator.application import Application
from validator.application.choices import Signing
from validator.check import check
from validator.example import example
from validator.notices import load
from validator.report import Finding
from validator.views.values import shown_values

NOTICE = load("shanxi_alliance_2023")
COMPLETE = example(NOTICE, members=9)


def of(application: Application, rule: str) -> Finding:
    return next(one for one in check(application, NOTICE).findings if one.rule == rule)


def shown(application: Application, rule: str) -> list[tuple[str, str]]:
    values = shown_values(application, of(application, rule))
    return [(value.label, value.text) for value in values]


def given(**sections: dict) -> Application:
    return Application.model_validate(sections)


def test_choices_are_shown_by_their_words_and_days_as_chinese() -> None:
    assert shown(COMPLETE, "R61") == [
        ("报送 › 拟报送日期", "2023年8月8日"),
        ("报送 › 报送方式", "工作时间内现场报送"),
    ]


def test_yes_and_no_are_worded_as_the_form_asks() -> None:
    assert ("申报材料 › 牵头单位已签署真实性承诺", "是") in shown(COMPLETE, "R45")
    assert ("有无合作单位", "无") in shown(COMPLETE, "R41")


def test_numbers_carry_their_unit() -> None:
    assert shown(COMPLETE, "R58") == [("报送 › 书面材料份数", "6 份")]
    assert ("牵头单位 › 近三年经营情况 › 年份", "2020、2021、2022") in shown(COMPLETE, "R17")


def test_lists_are_joined() -> None:
    two = given(alliance={"chains": ("氢能", "光伏")})
    assert shown(two, "R08") == [("联盟基本情况 › 所属重点产业链", "氢能、光伏")]


def test_the_same_answer_of_many_rows_is_counted() -> None:
    kinds = dict(shown(COMPLETE, "R24"))["成员单位 › 协议签署 › 签署方式"]
    assert kinds == "法定代表人本人签字 ×9"
    names = dict(shown(COMPLETE, "C3"))["成员单位 › 单位全称"]
    assert names.endswith("、另 5 种")
    assert names.count("、") == 4


def test_long_text_is_cut_and_stays_on_one_line() -> None:
    ((_, text),) = shown(given(alliance={"demand": "第一行\n" + "长" * 500}), "R12")
    assert text == "第一行 " + "长" * 56 + "…"


def test_what_is_unanswered_is_left_out() -> None:
    assert all(
        shown(Application(), finding.rule) == []
        for finding in check(Application(), NOTICE).findings
    )


def test_what_an_earlier_answer_hides_is_left_out() -> None:
    lead = {"high_tech": False, "high_tech_certificate": "GR202114000001"}
    values = dict(shown(given(lead=lead), "R03"))
    assert values["牵头单位 › 是否高新技术企业"] == "否"
    assert "GR202114000001" not in values.values()


def test_the_answers_to_blame_come_first_and_alone() -> None:
    unsigned = COMPLETE.members[3].model_copy(
        update={
            "signature": COMPLETE.members[3].signature.model_copy(update={"kind": Signing.UNSIGNED})
        }
    )
    members = (*COMPLETE.members[:3], unsigned, *COMPLETE.members[4:])
    application = COMPLETE.model_copy(update={"members": members})
    first, *others = shown(application, "R24")
    assert first == ("成员单位第 4 家 › 协议签署 › 签署方式", "尚未签署")
    assert ("成员单位 › 协议签署 › 签署方式", "法定代表人本人签字 ×8") in others
