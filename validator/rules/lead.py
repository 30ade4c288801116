"""Rules about the lead (牵头单位)."""

from __future__ import annotations

from validator.application.choices import RESEARCH_AND_INDUSTRY, Category, Standing
from validator.application.codes import INDIVIDUAL_BUSINESS, SOCIAL_SERVICE, check_digits_hold
from validator.calls.call import Region
from validator.case import Case, at, given, unanswered
from validator.chinese import figure
from validator.rules.days import years_in_words
from validator.rules.registration import differs_from_code
from validator.rules.rule import Verdict, judge, met, missing, needed, not_met, review
from validator.rules.units import codes_open

_SEAT = ("/lead/province", "/lead/city", "/lead/uscc")


@judge("met not_met review missing", needs="region")
def registered_in_province(case: Case) -> Verdict:
    """The lead is registered in the home province."""
    home, province, code = needed(case.call.region), case.lead.province, case.lead.uscc
    if province is not None and province != home.province:
        return not_met(
            f"牵头单位住所在{province}，不在{home.province}。",
            f"请由在{home.province}注册的单位牵头。",
            *at(case.lead, "province"),
        )
    blank = unanswered(case.lead, "province", "uscc")
    if blank:
        return missing("牵头单位的住所省份或统一社会信用代码尚未填全。", *blank)
    return _by_code(given(code), home, given(province), f"{home.level}内")


@judge("met not_met review missing", reads=lambda _given: _SEAT, needs="region.city")
def registered_in_city(case: Case) -> Verdict:
    """The lead is registered in the home city; people look where its seat names no city."""
    home, lead = needed(case.call.region), case.lead
    city = needed(home.city)
    if lead.province is not None and lead.province != home.province:
        return not_met(
            f"牵头单位住所在{lead.province}，不在{city}。",
            f"请由在{city}注册的单位牵头。",
            *at(lead, "province"),
        )
    blank = unanswered(lead, "province", "city", "uscc")
    if blank:
        return missing("牵头单位的住所或统一社会信用代码尚未填全。", *blank)
    if city not in given(lead.city):
        return review(
            f"牵头单位住所所在市、县填的是“{lead.city}”，看不出是否在{city}。",
            f"请对照证照；在{city}的，请写明“{city}”；不在的，请由在{city}注册的单位牵头。",
            *at(lead, "city"),
        )
    return _by_code(given(lead.uscc), home, city, "市内")


def _by_code(code: str, home: Region, place: str, inside: str) -> Verdict:
    """Compare the region digits of a code with those of the home, in which the seat is."""
    if not code[2:].startswith(home.code):
        return review(
            f"住所在{place}，但代码第 3—8 位为 {code[2:8]}，登记机关不在{inside}。",
            "迁入或由国家登记的单位属正常，请以证照载明的住所为准并附证照。",
        )
    return met(f"住所在{place}，代码第 3—{len(home.code) + 2} 位为 {home.code}，二者一致。")


@judge("met not_met review missing")
def lead_is_legal_person(case: Case) -> Verdict:
    """The lead is a legal person."""
    code, standing = case.lead.uscc, case.lead.standing
    if code and code.startswith(INDIVIDUAL_BUSINESS):
        return not_met(
            "代码以 92 开头，是个体工商户，不是法人。",
            "请由独立法人单位牵头。",
            *at(case.lead, "uscc"),
        )
    if standing not in (None, Standing.INDEPENDENT):
        return not_met(
            f"牵头单位为{standing}，不是独立法人。",
            "请由独立法人单位牵头。",
            *at(case.lead, "standing"),
        )
    blank = [*unanswered(case.lead, "standing"), *codes_open([case.lead])]
    if blank:
        return missing("牵头单位的法人地位或统一社会信用代码尚未填全。", *blank)
    if code is None:
        return review(
            "牵头单位自述为独立法人，没有统一社会信用代码。",
            "请附当地的登记证明，并咨询受理部门。",
            *at(case.lead, "registration"),
        )
    if not check_digits_hold(code):
        return review(
            f"自述为独立法人，但代码 {code} 的校验位不符。",
            "请对照证照核对；个别早年登记的真实代码也不符合校验，可附证照说明。",
        )
    return met(f"自述为独立法人，代码 {code} 的两个校验位均相符。")


@judge("met not_met missing")
def lead_category(case: Case) -> Verdict:
    """The lead is an enterprise, a university or a research institute."""
    category, code = case.lead.category, case.lead.uscc
    if category is None:
        return missing("尚未填写牵头单位类别。", *at(case.lead, "category"))
    if category not in RESEARCH_AND_INDUSTRY:
        return not_met(
            f"牵头单位类别为{category}，通知只列{'、'.join(map(str, RESEARCH_AND_INDUSTRY))}。",
            "请由这三类单位之一牵头。",
            *at(case.lead, "category"),
        )
    if category is Category.INSTITUTE and code and code.startswith(SOCIAL_SERVICE):
        return met(
            "牵头单位为民办非企业单位登记的科研机构（新型研发机构），按科研机构计，请附登记证书。"
        )
    return met(f"牵头单位为{category}。", differs_from_code(case.lead))


@judge("review missing")
def strength(case: Case) -> Verdict:
    """The lead's economic strength is described; the finding adds the years' revenue."""
    if case.lead.strength is None:
        return missing("尚未填写经济实力、影响力和带动作用说明。", *at(case.lead, "strength"))
    years = {row.year: row.revenue for row in case.lead.figures if row.revenue is not None}
    figures = [
        f"{year} 年营业收入 {figure(years[year])} 万元"
        for year in case.call.thresholds.business_years
        if year in years
    ]
    shown = (
        "；".join(figures)
        or f"近{years_in_words(len(case.call.thresholds.business_years))}经营数据未填"
    )
    return review(f"已填写说明，由受理部门判断。{shown}。")
