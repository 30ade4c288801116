"""The rule about who manages the alliance's funds."""

from __future__ import annotations

from validator.application.choices import Custody
from validator.case import Case, at
from validator.rules.mechanisms.answered import Sentence
from validator.rules.rule import (
    Verdict,
    judge,
    met,
    missing,
    not_applicable,
    review,
)
from validator.rules.units import is_unit, unnamed


@judge("met review missing not_applicable")
def custody(case: Case, *, own: Sentence = "联盟自行管理经费，没有委托。") -> Verdict:
    """The unit that manages the funds is a member, unless the alliance manages them itself.

    `own` is what is said of an alliance that does.
    """
    if case.funding.custody is None:
        return missing("尚未填写联盟经费由谁管理。", *at(case.funding, "custody"))
    if case.funding.custody is Custody.OWN:
        return not_applicable(own)
    if case.funding.custodian is None:
        return missing("尚未填写受托管理单位。", *at(case.funding, "custodian"))
    if not is_unit(case.funding.custodian, case) and unnamed(case):
        return missing(f"“{case.funding.custodian}”尚不在成员名单中，名单未列全。", *unnamed(case))
    if not is_unit(case.funding.custodian, case):
        return review(
            f"受托管理单位{case.funding.custodian}不是成员单位。", "请核对全称，或说明原因。"
        )
    return met(f"经费委托{case.funding.custodian}管理。")
