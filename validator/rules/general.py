"""Rules about what the call prefers, and about alliances that were recognised before."""

from __future__ import annotations

import math
from datetime import date

from validator.application.choices import (
    Category,
    Listing,
    Ownership,
    Recognition,
)
from validator.application.membership import count
from validator.application.names import looks_like, plain_name, same_name
from validator.case import Case, at, blanks, given, unanswered
from validator.case.answers import UnitAnswers
from validator.chinese import figure
from validator.reference import ABOVE_SCALE, ABOVE_SCALE_LEAST, DOUBLE_FIRST_CLASS, line_of
from validator.rules.days import years_after
from validator.rules.mechanisms.answered import Sentence
from validator.rules.rule import (
    Verdict,
    declared,
    hit,
    judge,
    missing,
    needed,
    no_hit,
    not_met,
    review,
)
from validator.rules.units import (
    labels,
    listing,
    submission_day,
    unit_names,
    units,
    unlisted,
    unnamed,
)

_HIGH_TECH_YEARS = 3
_NOT_NAMED = (Ownership.FOREIGN, Ownership.MIXED)
_SCHOOLS = frozenset(map(plain_name, DOUBLE_FIRST_CLASS))


@judge("hit no_hit review missing")
def lead_above_scale(  # noqa: PLR0911 - one return for each answer that can decide
    case: Case,
) -> Verdict:
    """The lead is a 规模以上 enterprise with proof, and its latest revenue reaches the line."""
    if case.lead.category is None:
        return missing("尚未填写牵头单位类别。", *at(case.lead, "category"))
    if case.lead.category is not Category.ENTERPRISE:
        return no_hit(f"牵头单位为{case.lead.category}，不是企业。")
    if case.lead.above_scale is None:
        return missing("尚未填写牵头企业是否规模以上。", *at(case.lead, "above_scale"))
    if not case.lead.above_scale:
        return no_hit("牵头企业不是规模以上企业。")
    if case.lead.above_scale_proof is None:
        return missing("尚未填写有无纳统证明或年报。", *at(case.lead, "above_scale_proof"))
    if not case.lead.above_scale_proof:
        return review(
            "牵头企业自述为规模以上，尚无纳统证明或年报。",
            "附上统计部门的纳统证明或年报。",
            *at(case.lead, "above_scale_proof"),
        )
    told = (row for row in case.lead.figures if row.revenue is not None)
    latest = max(told, key=lambda row: row.year or 0, default=None)
    least, standard = _scale(case.lead.industry_code)
    if latest and given(latest.revenue) < least:
        year = f"{latest.year} 年" if latest.year else "最近一年"
        return review(
            f"{year}营业收入 {figure(given(latest.revenue))} 万元，"
            f"低于{standard} {figure(least)} 万元，疑似不符。",
            "以统计部门的纳统名单为准，请核对营业收入和行业代码。",
        )
    return hit("牵头单位为规模以上企业，已备纳统证明或年报。")


def _scale(code: str | None) -> tuple[float, str]:
    """Return the least revenue (万元) of a 规模以上 enterprise, and the name of that standard.

    Without an industry code, the lowest of all standards counts. For an industry that has no
    standard the least is minus infinity, so that no revenue speaks against the enterprise.
    """
    if code is None:
        return ABOVE_SCALE_LEAST, "各行业规模以上标准中最低的"
    line = line_of(code, ABOVE_SCALE)
    if line is None:
        return -math.inf, ""
    return line.least, f"{line.industry}（行业代码 {code}）的{line.term}标准"


@judge("hit no_hit review missing")
def listing_or_high_tech(case: Case, *, owned: Sentence = "民营或国有企业") -> Verdict:
    """A unit is a 拟上市企业, or a 高新技术企业 on the day of submission.

    `owned` is what the call names private and state-owned enterprises together.
    """
    on = submission_day(case)
    enterprises = [unit for unit in units(case) if unit.category in (Category.ENTERPRISE, None)]
    proven = [unit for unit in enterprises if _is_proven(unit, on)]
    if proven:
        return _by_ownership(case.lead, proven, owned)
    stated = [unit for unit in enterprises if unit.listing is Listing.STATED]
    if stated:
        return review(
            f"{labels(stated)}自述拟上市，尚无辅导备案、股改或后备库材料。", "附上其中一项证明。"
        )
    open_answers = [pointer for unit in enterprises for pointer in _open_answers(unit, on)]
    if open_answers or unlisted(case):
        return missing("成员的高企或拟上市情况尚未填全。", *open_answers, *unlisted(case))
    return no_hit("没有成员是拟上市企业或证书在有效期内的高新技术企业。")


def _by_ownership(lead: UnitAnswers, proven: list[UnitAnswers], owned: str) -> Verdict:
    """Decide by the ownership of the lead and of the units with proof.

    The notice names 民营企业 and 国有企业 only (readings 4.19, 4.30).
    """
    asked = "不影响申报；能否享受支持请咨询受理部门。"
    if lead.ownership in _NOT_NAMED:
        return review(
            f"{labels(proven)}符合，但牵头单位为{lead.ownership}，通知只写{owned}。",
            asked,
        )
    named = [unit for unit in proven if unit.ownership not in (*_NOT_NAMED, None)]
    unknown = blanks([lead] if named else dict.fromkeys((lead, *proven)), "ownership")
    if unknown:
        return missing(f"牵头单位或持证单位的单位性质尚未填写，通知只写{owned}。", *unknown)
    if named:
        return hit(f"{labels(named)}为拟上市企业或持有效证书的高新技术企业。")
    kinds = listing(dict.fromkeys(str(unit.ownership) for unit in proven))
    return review(
        f"拟上市或持有效高企证书的只有{labels(proven)}，为{kinds}，通知只写{owned}。",
        asked,
    )


def _is_proven(unit: UnitAnswers, on: date | None) -> bool:
    if unit.listing in (Listing.TUTORING, Listing.RESTRUCTURED, Listing.RESERVE):
        return True
    if not (unit.high_tech and unit.high_tech_certificate and unit.high_tech_issued_on and on):
        return False
    expires = years_after(unit.high_tech_issued_on, _HIGH_TECH_YEARS)
    return unit.high_tech_issued_on <= on <= expires


def _open_answers(unit: UnitAnswers, on: date | None) -> tuple[str, ...]:
    listing = unanswered(unit, "listing")
    if not unit.high_tech:
        return (*unanswered(unit, "high_tech"), *listing)
    day = () if on else ("/submission/planned_on",)
    return (*unanswered(unit, "high_tech_certificate", "high_tech_issued_on"), *day, *listing)


@judge("hit no_hit review missing", needs="region.partners")
def outside_cooperation(  # noqa: PLR0911 - readings 4.16 and 4.17 tell this many cases apart
    case: Case,
    *,
    preferred: Sentence = "优先地区",
    joining: Sentence = "本地科研院所和企业联合",
    in_doubt: Sentence = "优先支持的单位",
    in_doubt_advice: str = "由受理部门判断。",
) -> Verdict:
    """Units of the home province join with preferred regions or with preferred schools.

    `preferred` is what the call names its preferred regions together, `joining` who joins with
    them, `in_doubt` all who are preferred; `in_doubt_advice` tells where people decide that.
    """
    everyone, region = units(case), needed(case.call.region)
    level = region.level
    unknown = [unit for unit in everyone if unit.province is None or unit.category is None]
    locals_ = [
        unit
        for unit in everyone
        if unit.province == region.province
        and unit.category in (Category.ENTERPRISE, Category.INSTITUTE)
    ]
    partners = [unit for unit in everyone if unit.province in region.partners]
    schools = [unit for unit in everyone if unit.name and plain_name(unit.name) in _SCHOOLS]
    outside = [unit for unit in schools if unit.province not in (region.province, None)]
    if locals_ and (partners or outside):
        if case.lead.category is Category.UNIVERSITY:
            return review(
                f"牵头单位是高校，通知写的是“{joining}”。",
                "能否享受支持请咨询受理部门。",
            )
        return hit(f"本{level}企业或科研院所联合了{labels([*partners, *outside])}。")
    nowhere = [unit for unit in schools if unit.province is None]
    if locals_ and nowhere:
        places = [place for unit in nowhere for place in at(unit, "province")]
        return missing(f"{labels(nowhere)}的住所省份尚未填写。", *places)
    developed = [unit for unit in everyone if unit.province in region.developed]
    if locals_ and (developed or schools):
        return review(
            f"{labels([*developed, *schools])}是否属“{in_doubt}”，通知未写明。",
            in_doubt_advice,
        )
    if unknown or unlisted(case):
        places = blanks(unknown, "province", "category")
        return missing("成员的省份和类别尚未填全。", *places, *unlisted(case))
    if not locals_:
        return no_hit(f"没有本{level}企业或科研院所成员，不合“{joining}”。")
    return no_hit(f"没有{preferred}单位或{level}外双一流高校参与。")


@judge("hit no_hit missing", needs="region")
def openness(case: Case) -> Verdict:
    """Members from outside the home province take part."""
    region = needed(case.call.region)
    home, level = region.province, region.level
    outside = [unit for unit in units(case) if unit.province not in (home, None)]
    if outside:
        return hit(f"有 {count(outside)} 家{level}外或境外成员：{labels(outside)}。")
    unknown = blanks(units(case), "province")
    if unknown or unlisted(case):
        return missing("成员的住所省份尚未填全。", *unknown, *unlisted(case))
    return no_hit(f"没有{level}外或境外成员。")


@judge("hit no_hit review missing")
def entity(case: Case) -> Verdict:
    """The alliance has founded a legal entity whose shareholders are members."""
    body = case.alliance.entity
    if body.formed is None:
        return missing("尚未填写是否成立法人实体。", *at(body, "formed"))
    if not body.formed:
        return no_hit("未成立法人实体；通知为鼓励，不影响申报。")
    blank = unanswered(body, "name", "uscc", "shareholders")
    if blank:
        return missing("已成立法人实体，名称、代码或股东尚未填全。", *blank)
    known = unit_names(case)
    strangers = [name for name in given(body.shareholders) if plain_name(name) not in known]
    if strangers and unnamed(case):
        return missing(f"股东{'、'.join(strangers)}尚不在成员名单中，名单未列全。", *unnamed(case))
    if strangers:
        return review(
            f"股东{'、'.join(strangers)}不在成员名单中。", "核对股东全称，或说明其与联盟的关系。"
        )
    return hit(f"已成立法人实体{body.name}，股东均为成员单位。")


@judge("met not_met review missing")
def not_recognised_before(case: Case) -> Verdict:
    """No alliance of this name has been recognised before."""
    name, answer = case.alliance.name, case.alliance.recognised
    listed = next((known for known in case.call.recognised if same_name(known, name)), None)
    alike = next((known for known in case.call.recognised if looks_like(known, name)), None)
    if listed:
        return not_met(
            f"“{listed}”在已认定联盟名单中。",
            "已认定的联盟不必再次申报。",
            *at(case.alliance, "name"),
        )
    if answer is Recognition.SAME:
        return not_met(
            "本联盟（含更名前）已获认定。",
            "已认定的联盟不必再次申报。",
            *at(case.alliance, "recognised"),
        )
    if alike:
        return review(
            f"“{name}”与已认定名单中的“{alike}”看起来相同，用字的编码不同。",
            "请向受理部门核实是否构成重复申报。",
            *at(case.alliance, "name"),
        )
    if answer in (Recognition.SAME_FIELD, Recognition.SAME_LEAD, Recognition.UNKNOWN):
        return review(f"申报单位填报：{answer}。", "请向受理部门核实是否构成重复申报。")
    blank = unanswered(case.alliance, "name", "recognised")
    if blank:
        return missing("联盟名称，或是否曾获认定，尚未填全。", *blank)
    basis = (
        f"与已认定名单（{len(case.call.recognised)} 个）无同名"
        if case.call.recognised
        else "已认定名单未随通知公布"
    )
    return declared(f"申报单位自述从未获认定；{basis}。")
