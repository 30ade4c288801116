"""Rules about the fields that the call supports."""

from __future__ import annotations

from validator.application.names import plain_names
from validator.case import Case, at
from validator.rules.rule import Verdict, judge, met, missing, review


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
