"""三（一）5, 联盟经费: R35-R39."""

from __future__ import annotations

from datetime import date

from validator.application import Application
from validator.application.choices import Custody
from validator.calls import Call
from validator.case import at, unanswered
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
def funding_mechanism(a: Application, _notice: Call, _on: date | None) -> Verdict:
    """三（一）5: 联盟要建立经费筹集和使用的长效机制。"""
    if a.funding.mechanism is None:
        return missing("尚未填写有无经费筹集和使用的长效机制。", *at(a.funding, "mechanism"))
    if not a.funding.mechanism:
        return not_met(
            "章程或制度未载明经费筹集和使用的长效机制。",
            "请在章程或制度中补写。",
            *at(a.funding, "mechanism"),
        )
    return met("章程或制度载明经费筹集和使用的长效机制。")


@rule("R36", "经费管理办法", Strength.HARD, Kind.EVIDENCE, "met not_met missing")
def funding_rules(a: Application, _notice: Call, _on: date | None) -> Verdict:
    """三（一）5: 对联盟经费要制定相应的内部管理办法。"""
    if a.funding.rules_exist is False:
        return not_met(
            "尚未制定联盟经费内部管理办法。",
            "请制定并注明日期。",
            *at(a.funding, "rules_exist"),
        )
    blank = unanswered(a.funding, "rules_exist", "rules_name", "rules_on")
    if blank:
        return missing("经费内部管理办法的名称或日期尚未填全。", *blank)
    return met(
        f"已制定《{a.funding.rules_name.strip('《》')}》（{in_chinese(a.funding.rules_on)}）。"
    )


@rule("R37", "经费监督机制", Strength.HARD, Kind.EVIDENCE, "met not_met missing")
def funding_supervision(a: Application, _notice: Call, _on: date | None) -> Verdict:
    """三（一）5: 建立经费使用的内部监督机制。"""
    if a.funding.supervised is False:
        return not_met(
            "尚未建立经费使用的内部监督机制。",
            "请明确监督机构、人员或文件。",
            *at(a.funding, "supervised"),
        )
    blank = unanswered(a.funding, "supervised", "supervisor")
    if blank:
        return missing("经费监督的机构、人员或文件尚未填全。", *blank)
    return met(f"经费使用由{a.funding.supervisor}监督。")


@rule("R38", "委托管理经费", Strength.INFO, Kind.ATTEST, "met review missing not_applicable")
def custody(a: Application, _notice: Call, _on: date | None) -> Verdict:
    """三（一）5: 联盟可委托常设执行机构依托单位管理联盟经费。"""
    if a.funding.custody is None:
        return missing("尚未填写联盟经费由谁管理。", *at(a.funding, "custody"))
    if a.funding.custody is Custody.OWN:
        return not_applicable("联盟自行管理经费；通知写“可”委托，不作要求。")
    if a.funding.custodian is None:
        return missing("尚未填写受托管理单位。", *at(a.funding, "custodian"))
    if not is_unit(a.funding.custodian, a) and unnamed(a):
        return missing(f"“{a.funding.custodian}”尚不在成员名单中，名单未列全。", *unnamed(a))
    if not is_unit(a.funding.custodian, a):
        return review(
            f"受托管理单位{a.funding.custodian}不是成员单位。", "请核对全称，或说明原因。"
        )
    return met(f"经费委托{a.funding.custodian}管理。")


@rule("R39", "政府资助经费", Strength.HARD, Kind.ATTEST, "met not_met missing")
def public_money(a: Application, _notice: Call, _on: date | None) -> Verdict:
    """三（一）5: 政府资助经费的使用要按照相关规定执行，并接受有关部门的监督。"""
    if a.funding.public_money_pledge is None:
        return missing("尚未填写政府资助经费使用承诺。", *at(a.funding, "public_money_pledge"))
    if not a.funding.public_money_pledge:
        return not_met(
            "未承诺政府资助经费按规定使用并接受监督。",
            "请作出承诺。",
            *at(a.funding, "public_money_pledge"),
        )
    return declared("已承诺政府资助经费按规定使用并接受监督。")
