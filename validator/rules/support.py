"""Rules about the fields that the call supports."""

from __future__ import annotations

from validator.application.names import plain_name, plain_names
from validator.case import Case, at
from validator.reference import LATER_FIELDS
from validator.rules.rule import Verdict, judge, met, missing, not_applicable, review

_LATER = plain_names(LATER_FIELDS)
_STATUSES = "met review missing not_applicable"


@judge(_STATUSES, needs="support.chains")
def chain(case: Case) -> Verdict:
    """An industrial chain of the call is chosen."""
    return _one_of(case, case.alliance.chains, case.call.support.chains, "重点产业链")


@judge(_STATUSES, needs="support.towns")
def town(case: Case) -> Verdict:
    """A town of the call is chosen."""
    return _one_of(case, case.alliance.towns, case.call.support.towns, "特色专业镇")


def _one_of(
    case: Case, chosen: tuple[str, ...] | None, listed: tuple[str, ...], kind: str
) -> Verdict:
    known = plain_names(listed)
    inside = [name for name in chosen or () if plain_name(name) in known]
    outside = [name for name in chosen or () if plain_name(name) not in known]
    if inside:
        return met(f"{'、'.join(inside)}在通知所列 {len(listed)} 个{kind}之内。")
    if outside:
        later = "（省内其他批次，未列入本通知）" if plain_names(outside) <= _LATER else ""
        return review(
            f"{'、'.join(outside)}{later}不在通知所列{kind}之内；所列以“等”结尾，由受理部门判断。",
            "在“其他领域”中说明与产业转型布局的关系。",
        )
    if case.alliance.chains or case.alliance.towns or case.alliance.other_field:
        return not_applicable(f"未选{kind}；产业链、专业镇、其他领域有其一即可。")
    return missing(
        "尚未选择所属产业链、专业镇或其他领域。",
        *at(case.alliance, "chains", "towns", "other_field"),
    )


@judge("met review missing")
def transition(case: Case) -> Verdict:
    """A field that the call does not list is explained by the industrial transition (转型布局)."""
    chosen = plain_names((*(case.alliance.chains or ()), *(case.alliance.towns or ())))
    outside = chosen - plain_names((*case.call.support.chains, *case.call.support.towns))
    if not chosen and not case.alliance.other_field:
        return missing("尚未选择领域。", *at(case.alliance, "chains", "towns", "other_field"))
    if not outside and not case.alliance.other_field:
        return met("所选领域为通知所列。")
    if not case.alliance.other_field_reason:
        return missing(
            "所选领域有未列入通知的，须说明与产业转型布局的关系。",
            *at(case.alliance, "other_field_reason"),
        )
    return review("所选领域有未列入通知的，已附说明，由受理部门判断。")
