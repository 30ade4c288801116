"""What would change if: found by the same rules, said in a sentence, offered only when it helps."""

from __future__ import annotations

from typing import Any

import pytest
from rules.drafts import drawn
from rules.situations import CALL, Example

from validator.application import Application
from validator.check import check
from validator.report import Status
from validator.whatif import WhatIf, what_if


def _offered(**changed: Any) -> list[WhatIf]:  # noqa: ANN401
    example = Example(rule="R44", situation="", status="review", **changed)
    application = example.application
    report = check(application, CALL, example.on)
    return list(what_if(application, CALL, example.on, report))


def _sentences(**changed: Any) -> list[str]:  # noqa: ANN401
    return [one.sentence for one in _offered(**changed)]


def test_nothing_is_offered_where_nothing_is_wrong_or_nothing_is_answered() -> None:
    assert _offered() == []
    assert what_if(Application(), CALL, None, check(Application(), CALL)) == ()


def test_a_member_that_is_no_legal_person_can_go() -> None:
    (one,) = _offered(set={"/members/3/standing": "branch"})
    assert one.sentence == (
        "去掉长治示例焦化有限公司（不是独立法人），“产学研独立法人”由不满足变为满足；"
        "“核心成员家数”、“成员总数”仍满足；并请核对“理事来自成员单位”、“成员数合计”。"
    )
    assert one.pointers == ("/members/3",)
    assert [(e.rule, e.before, e.after) for e in one.improves] == [
        ("R18", Status.NOT_MET, Status.MET)
    ]
    assert [effect.rule for effect in one.worsens] == ["C5", "C7"]


def test_it_is_said_when_too_few_would_be_left() -> None:
    (one,) = _offered(
        members=10, set={"/members/3/standing": "branch", "/members/9/tier": "ordinary"}
    )
    assert "；但“核心成员家数”由满足变为不满足" in one.sentence


def test_a_lead_that_is_no_legal_person_cannot_just_go() -> None:
    assert not any(s.startswith("去掉") for s in _sentences(set={"/lead/standing": "branch"}))


def test_a_partner_to_blame_can_go_and_then_there_is_none() -> None:
    partner = {"name": "示例合作有限公司", "credit": {"good_standing": False}}
    (one,) = _offered(set={"/has_partners": True, "/partners": [partner]})
    assert one.pointers == ("/partners/0",)
    assert {(e.rule, e.after) for e in one.improves} >= {("R41", Status.MET)}


def test_members_that_fail_two_rules_are_taken_away_once() -> None:
    kinds = {"/members/2/signature/kind": "unsigned", "/members/2/credit/good_standing": False}
    assert len(_offered(set=kinds)) == 1


def test_ordinary_members_become_core_as_few_as_needed() -> None:
    tiers = {f"/members/{index}/tier": "ordinary" for index in range(4)}
    (one,) = _offered(set=tiers)
    assert one.sentence.startswith("把 3 家一般成员改列为核心成员，“核心成员家数”由不满足变为满足")
    assert one.pointers == ("/members/0/tier", "/members/1/tier", "/members/2/tier")


def test_without_ordinary_members_new_ones_are_needed_and_to_be_filled_in() -> None:
    (one,) = _offered(members=7, set={"/members/6/tier": "ordinary"})
    assert one.sentence.startswith("把 1 家一般成员改列为核心成员，再增 2 家核心成员，")
    assert "项须补填" in one.sentence


def test_services_can_leave_the_core() -> None:
    (one,) = _offered(set={"/members/10/tier": "core"})
    assert one.sentence.startswith("把山西示例科技成果转化中心（服务机构）改列为一般成员，")


def test_a_core_member_that_may_lead_is_found() -> None:
    (one,) = _offered(set={"/lead/province": "河北省", "/members/0/province": "河北省"})
    assert one.sentence.startswith("改由山西示例能源化学研究所牵头，原牵头单位改为核心成员，")
    assert "“整体技术水平”、“经济实力与影响力”须补填" in one.sentence


def test_from_the_day_after_a_penalty() -> None:
    record = [{"conduct": "示例", "ends_on": "2023-08-08"}]
    credit = {"/members/2/credit/has_misconduct": True, "/members/2/credit/misconduct": record}
    sentences = _sentences(set=credit)
    assert "自2023年8月9日起报送，“无科研严重失信记录”由不满足变为满足。" in sentences


def test_from_the_day_on_which_the_year_is_full() -> None:
    starts = {
        "/agreement/effective_on": "2022-08-09",
        "/organs/charter/passed_on": "2022-08-09",
        "/operation/founding_meeting_on": "2022-08-09",
    }
    days = _sentences(set=starts)
    assert days == ["自2023年8月9日起报送，按各起算日均满 1 年（计至报送日）。"]
    assert _sentences(set={**starts, "/submission/planned_on": "2023-08-09"}) == []


def test_after_the_window_any_day_in_it() -> None:
    (sentence,) = _sentences(set={"/submission/planned_on": "2023-08-12"})
    assert sentence == (
        "改在受理期内（2023年8月7日至2023年8月11日）报送，“受理时间”由不满足变为满足。"
    )


def test_in_the_evening_of_the_last_day_any_day_before_it() -> None:
    evening = {"/submission/planned_on": "2023-08-11", "/submission/delivery": "after_hours"}
    (sentence,) = _sentences(set=evening)
    assert sentence.startswith("改在2023年8月7日至2023年8月10日报送，")


def test_an_agreement_is_not_in_force_before_it_was_signed_but_may_be_later() -> None:
    later = {"/members/2/signature/signed_on": "2022-05-06"}
    assert any(
        s.startswith("协议生效日改填最晚的签署盖章日2022年5月6日，") for s in _sentences(set=later)
    )
    assert _sentences(set={"/agreement/effective_on": "2022-05-06"}) == []


def test_an_office_and_a_disc_can_be_put_right() -> None:
    assert any(
        sentence.startswith("常设执行机构改设在牵头单位太原示例氢能装备有限公司，")
        for sentence in _sentences(set={"/organs/office/host": "示例理工大学（太原）"})
    )
    assert any(
        sentence.startswith("载体改按联盟名称“山西省示例氢能产业技术创新战略联盟”标注，")
        for sentence in _sentences(set={"/submission/medium_label": "示例"})
    )


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_declared_each_offer_improves_something_and_is_true(seed: int) -> None:
    application = drawn(seed)
    report = check(application, CALL)
    now = {finding.rule: finding.status for finding in report.findings}
    offered = what_if(application, CALL, None, report)
    assert len(offered) <= 15
    for one in offered:
        assert one.sentence.endswith("。")
        assert one.improves or "均满 1 年" in one.sentence
        effects = (*one.improves, *one.worsens)
        assert all(now[effect.rule] is effect.before is not effect.after for effect in effects)
