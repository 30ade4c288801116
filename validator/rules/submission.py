"""Rules about handing in: recommendation, printing, seals, the disc, the window, the office."""

from __future__ import annotations

from typing import Annotated

from validator.application.choices import Delivery, Medium, Recommender
from validator.application.names import plain_name
from validator.case import Case, at, given, unanswered
from validator.chinese import in_chinese
from validator.rules.marking import bears
from validator.rules.mechanisms.answered import Sentence, filled
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import (
    Verdict,
    declared,
    judge,
    met,
    missing,
    not_applicable,
    not_met,
    review,
)
from validator.rules.units import submission_day

_OfNationals = Annotated[Sentence, Blanks("code")]
_OfOthers = Annotated[Sentence, Blanks("recommender")]
_NATIONAL = "100000"
"""The region digits of a credit code that a national registrar has given out (GB 32100)."""


@judge("met not_met review missing")
def recommended(
    case: Case,
    *,
    nationally: _OfNationals = "牵头单位由国家登记（代码第 3—8 位为 {code}），由哪里推荐未写明。",
    others: _OfOthers = "由{recommender}推荐；可否由它推荐，通知未写明。",
) -> Verdict:
    """The recommending body has examined the application and sealed its opinion.

    Args:
        case: the case.
        nationally: what is said of a lead that a national registrar has given its {code}.
        others: what is said of a {recommender} of another kind than the notice names.
    """
    submission = case.submission
    if submission.opinion is False or submission.opinion_sealed is False:
        undone, what = (
            ("opinion", "尚未出具审核意见")
            if submission.opinion is False
            else ("opinion_sealed", "审核意见尚未盖章")
        )
        return not_met(
            f"组织推荐单位{what}。", "请送组织推荐单位审核并盖章。", *at(submission, undone)
        )
    blank = unanswered(submission, "recommender_kind", "recommender", "opinion", "opinion_sealed")
    if blank:
        return missing("组织推荐单位、审核意见或盖章尚未填全。", *blank)
    if (case.lead.uscc or "")[2:8] == _NATIONAL:
        return review(
            filled(nationally, code=_NATIONAL),
            "请向受理部门确认推荐渠道。",
        )
    if submission.recommender_kind is Recommender.OTHER:
        return review(
            filled(others, recommender=submission.recommender),
            "请向受理部门确认推荐渠道。",
        )
    return declared(f"{submission.recommender}已审核并盖章。")


@judge("met not_met review missing")
def printed_bound_sealed(
    case: Case,
    *,
    unsealed: Sentence = "推荐单位尚未盖章；通知未写明推荐单位要不要盖章。",
    advice: str = "建议牵头单位和推荐单位都盖章（本站建议）。",
) -> Verdict:
    """The papers are printed on both sides of A4, glued and sealed.

    Args:
        case: the case.
        unsealed: what is said where the lead has sealed them and the recommending body has not.
        advice: what to do then.
    """
    ticks = {
        "duplex_a4": "A4 纸双面打印",
        "glued": "胶装",
        "sealed_by_lead": "牵头单位盖章",
    }
    undone = {n: word for n, word in ticks.items() if getattr(case.submission, n) is False}
    if undone:
        return not_met(
            f"未做到：{'、'.join(undone.values())}。",
            "报送前逐项完成。",
            *at(case.submission, *undone),
        )
    blank = unanswered(case.submission, *ticks, "sealed_by_recommender")
    if blank:
        return missing("A4 双面、胶装、盖章尚未填全。", *blank)
    if not case.submission.sealed_by_recommender:
        return review(
            unsealed,
            advice,
            *at(case.submission, "sealed_by_recommender"),
        )
    return declared(f"{ticks['duplex_a4']}、{ticks['glued']}，牵头单位和推荐单位已盖章。")


@judge("met not_met review missing")
def electronic_copy(
    case: Case, *, advice: Sentence = "请备好光盘或 U 盘，写上联盟名称。"
) -> Verdict:
    """A disc or U盘 bears the alliance's name; `advice` tells what to do where there is none."""
    submission = case.submission
    if submission.medium is Medium.NONE:
        return not_met(
            "未准备光盘或 U 盘。",
            advice,
            *at(submission, "medium"),
        )
    blank = unanswered(submission, "medium", "medium_label") + unanswered(case.alliance, "name")
    if blank:
        return missing("电子版载体、标注或联盟名称尚未填全。", *blank)
    label, name = given(submission.medium_label), given(case.alliance.name)
    named = bears(label, name)
    if named is None:
        inside = plain_name(name) in plain_name(label)
        why = (
            "联盟名称与其他文字连在一起，看不出是本联盟还是另一个名称更长的联盟"
            if inside
            else "与联盟名称看起来相同，用字的编码不同"
        )
        return review(
            f"{submission.medium}上标注的是“{label}”，{why}。",
            f"请单独标出“{name}”，如加书名号。",
            *at(submission, "medium_label"),
        )
    if not named:
        return not_met(
            f"{submission.medium}上标注的是“{label}”，没有联盟名称“{name}”。",
            "请标上联盟全称。",
            *at(submission, "medium_label"),
        )
    return met(f"电子版存于{submission.medium}，已标注联盟名称。")


@judge("met not_met review missing")
def in_window(
    case: Case,
    *,
    too_late: Annotated[Sentence, Blanks("day late")] = "拟报送日{day}已逾期 {late} 日。",
) -> Verdict:
    """The day of submission lies in the window.

    `too_late` is what is said of a {day} after the window, {late} days after it.
    """
    on, window = submission_day(case), case.call.window
    span = window.in_words
    if on is None:
        return missing(
            f"尚未填写拟报送日期；受理时间为{span}。", *at(case.submission, "planned_on")
        )
    if on > window.last_day:
        late = (on - window.last_day).days
        return not_met(
            filled(too_late, day=on, late=late),
            f"受理时间为{span}。",
            *at(case.submission, "planned_on"),
        )
    if window.first_day is not None and on < window.first_day:
        early = (window.first_day - on).days
        return missing(
            f"未到受理期：拟报送日{in_chinese(on)}比受理首日早 {early} 日，请改在{span}之间报送。",
            *at(case.submission, "planned_on"),
        )
    if window.first_day is None and on < case.call.issued:
        return missing(
            f"拟报送日{in_chinese(on)}早于通知发布日{in_chinese(case.call.issued)}，请核对；"
            f"受理时间为{span}。",
            *at(case.submission, "planned_on"),
        )
    late = case.submission.delivery is Delivery.AFTER_HOURS and on == window.last_day
    if late or case.submission.delivery is Delivery.POST:
        return review(
            f"{in_chinese(on)}以“{case.submission.delivery}”方式送达，通知未写明是否算在受理时间内。",
            "请在受理期的工作时间内经推荐单位现场报送。",
        )
    return met(f"{in_chinese(on)}在受理时间{span}之内。")


@judge("not_applicable")
def contact(case: Case) -> Verdict:
    """The office to ask is shown; nothing is judged."""
    who = case.call.contact
    return not_applicable(
        f"{who.office}，{who.phone}，{who.address}（{case.call.year} 年通知所载，可能已变更）。"
    )
