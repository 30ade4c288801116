"""三（一）5, 联盟经费: R35-R39."""

from __future__ import annotations

from validator.application.choices import Custody
from validator.case import Case, at, given, unanswered
from validator.chinese import in_chinese
from validator.report import Kind, Strength
from validator.rules.rule import (
    Verdict,
    declared,
    met,
    missing,
    not_applicable,
    not_met,
    review,
    rule,
)
from validator.rules.units import is_unit, unnamed


@rule("R35", "经费长效机制", Strength.HARD, Kind.EVIDENCE, "met not_met missing")
def funding_mechanism(case: Case) -> Verdict:
    """三（一）5."""
    if case.funding.mechanism is None:
        return missing("尚未填写有无经费筹集和使用的长效机制。", *at(case.funding, "mechanism"))
    if not case.funding.mechanism:
        return not_met(
            "章程或制度未载明经费筹集和使用的长效机制。",
            "请在章程或制度中补写。",
            *at(case.funding, "mechanism"),
        )
    return met("章程或制度载明经费筹集和使用的长效机制。")


@rule("R36", "经费管理办法", Strength.HARD, Kind.EVIDENCE, "met not_met missing")
def funding_rules(case: Case) -> Verdict:
    """三（一）5."""
    if case.funding.rules_exist is False:
        return not_met(
            "尚未制定联盟经费内部管理办法。",
            "请制定并注明日期。",
            *at(case.funding, "rules_exist"),
        )
    blank = unanswered(case.funding, "rules_exist", "rules_name", "rules_on")
    if blank:
        return missing("经费内部管理办法的名称或日期尚未填全。", *blank)
    name, day = given(case.funding.rules_name), given(case.funding.rules_on)
    return met(f"已制定《{name.strip('《》')}》（{in_chinese(day)}）。")


@rule("R37", "经费监督机制", Strength.HARD, Kind.EVIDENCE, "met not_met missing")
def funding_supervision(case: Case) -> Verdict:
    """三（一）5."""
    if case.funding.supervised is False:
        return not_met(
            "尚未建立经费使用的内部监督机制。",
            "请明确监督机构、人员或文件。",
            *at(case.funding, "supervised"),
        )
    blank = unanswered(case.funding, "supervised", "supervisor")
    if blank:
        return missing("经费监督的机构、人员或文件尚未填全。", *blank)
    return met(f"经费使用由{case.funding.supervisor}监督。")


@rule("R38", "委托管理经费", Strength.INFO, Kind.ATTEST, "met review missing not_applicable")
def custody(case: Case) -> Verdict:
    """三（一）5."""
    if case.funding.custody is None:
        return missing("尚未填写联盟经费由谁管理。", *at(case.funding, "custody"))
    if case.funding.custody is Custody.OWN:
        return not_applicable("联盟自行管理经费；通知写“可”委托，不作要求。")
    if case.funding.custodian is None:
        return missing("尚未填写受托管理单位。", *at(case.funding, "custodian"))
    if not is_unit(case.funding.custodian, case) and unnamed(case):
        return missing(f"“{case.funding.custodian}”尚不在成员名单中，名单未列全。", *unnamed(case))
    if not is_unit(case.funding.custodian, case):
        return review(
            f"受托管理单位{case.funding.custodian}不是成员单位。", "请核对全称，或说明原因。"
        )
    return met(f"经费委托{case.funding.custodian}管理。")


@rule("R39", "政府资助经费", Strength.HARD, Kind.ATTEST, "met not_met missing")
def public_money(case: Case) -> Verdict:
    """三（一）5."""
    if case.funding.public_money_pledge is None:
        return missing("尚未填写政府资助经费使用承诺。", *at(case.funding, "public_money_pledge"))
    if not case.funding.public_money_pledge:
        return not_met(
            "未承诺政府资助经费按规定使用并接受监督。",
            "请作出承诺。",
            *at(case.funding, "public_money_pledge"),
        )
    return declared("已承诺政府资助经费按规定使用并接受监督。")
