"""Rules about the members: who they are, how many, and what each of them does."""

from __future__ import annotations

from validator.application.choices import (
    RESEARCH_AND_INDUSTRY,
    SERVICES,
    Category,
    Standing,
)
from validator.application.codes import INDIVIDUAL_BUSINESS, check_digits_hold
from validator.application.membership import by_category, core, count, distinct
from validator.application.names import plain
from validator.case import Case, at, blanks, each, unanswered
from validator.case.answers import UnitAnswers
from validator.rules.mechanisms.answered import Sentence
from validator.rules.registration import differs_from_code
from validator.rules.rule import (
    Verdict,
    hit,
    judge,
    met,
    missing,
    needed,
    no_hit,
    not_met,
    review,
)
from validator.rules.units import (
    codes_open,
    denying_their_code,
    labels,
    repeated,
    units,
    unlisted,
    without_code,
)


@judge("met not_met review missing")
def industry_and_research(  # noqa: PLR0911 - reading 4.6 tells this many cases apart
    case: Case, *, wording: Sentence = "通知未写明缺一是否可以"
) -> Verdict:
    """The units are legal persons: enterprises together with universities or institutes.

    `wording` tells how the call words that all three are to take part, where one kind is missing.
    """
    everyone = units(case)
    no_person = no_legal_persons(case)
    if no_person:
        return not_met(
            f"{labels(no_person)}不是独立法人。",
            "牵头单位不是法人的须更换；成员可去掉，或改由其所属法人加入。",
            *(place for unit in no_person for place in _denying(unit)),
        )
    present = {unit.category for unit in everyone if unit.category in RESEARCH_AND_INDUSTRY}
    lacking = [kind for kind in RESEARCH_AND_INDUSTRY if kind not in present]
    blank = [*blanks(everyone, "category", "standing"), *codes_open(everyone)]
    settled = case.alliance.members_listed and not any(unit.category is None for unit in everyone)
    if lacking and not settled:
        return missing(
            f"目前尚缺{'、'.join(map(str, lacking))}成员，或类别未填全。",
            *blank,
            *unlisted(case),
            *at(case, "members"),
        )
    if Category.ENTERPRISE in lacking or len(lacking) == 2:  # noqa: PLR2004 - 高校 and 科研机构
        return not_met(
            f"没有{'、'.join(map(str, lacking))}成员，不成产学研组合。",
            "请增补所缺类别的成员。",
            *at(case, "members"),
        )
    if blank:
        return missing("成员的类别、法人地位或代码尚未填全。", *blank)
    if lacking:
        return review(
            f"没有{lacking[0]}成员；{wording}。",
            f"建议增补{lacking[0]}，或咨询受理部门。",
        )
    contradicting = denying_their_code(everyone)
    if contradicting:
        return review(
            f"{labels(contradicting)}填了统一社会信用代码，又答没有这个代码。",
            "有代码的，请改答“否”；没有的，请清空代码，填登记机关和登记号。",
            *each(contradicting, "uscc", "no_uscc"),
        )
    abroad = without_code(everyone)
    if abroad:
        return review(
            f"{labels(abroad)}没有统一社会信用代码，是否独立法人须对照当地的登记证明。",
            "请附登记证明；境外、港澳台单位能否作为成员，请咨询受理部门。",
            *each(abroad, "registration"),
        )
    odd = [unit for unit in everyone if not check_digits_hold(unit.uscc)]
    if odd:
        return review(
            f"{labels(odd)}的统一社会信用代码校验位不符。",
            "请对照证照核对，或附证照说明。",
            *each(odd, "uscc"),
        )
    counts = by_category(everyone)
    if not all(counts[kind] for kind in RESEARCH_AND_INDUSTRY):
        return review(
            "有单位列了两次而类别不同，家数只计一次，产学研是否齐全须先核对。",
            "请删去重复的一行，或改正类别。",
            *each(everyone, "category"),
        )
    parts = [f"{kind} {counts[kind]} 家" for kind in RESEARCH_AND_INDUSTRY]
    return met(f"{'、'.join(parts)}，均为独立法人。", _warned(case))


def _warned(case: Case) -> str:
    """Warn of members whose code is of another kind than their category; R15 warns of the lead."""
    odd = [unit for unit in case.members if differs_from_code(unit)]
    if len(odd) == 1:
        return f"{labels(odd)}的{differs_from_code(odd[0])}"
    if not odd:
        return ""
    return (
        f"{labels(odd)}的代码开头与所选类别不一致；请核对类别或代码，并附能证明类别的文件"
        "（只作提醒，不影响结论）。"
    )


def no_legal_persons(case: Case) -> list[UnitAnswers]:
    """Return the units that are not 独立法人: so declared, or with the code of an 个体工商户."""
    return [unit for unit in units(case) if any(_denying(unit))]


def _denying(unit: UnitAnswers) -> tuple[str, ...]:
    """JSON pointers of the answers that deny that a unit is a legal person."""
    denials = {
        "standing": unit.standing not in (None, Standing.INDEPENDENT),
        "uscc": (unit.uscc or "").startswith(INDIVIDUAL_BUSINESS),
    }
    return at(unit, *(name for name, denies in denials.items() if denies))


@judge("hit no_hit missing")
def service_members(case: Case, *, none: Sentence = "没有服务机构成员；不影响申报。") -> Verdict:
    """Financial, intermediary or marketing organisations are members; else `none` is said."""
    services = [unit for unit in case.members if unit.category in SERVICES]
    if services:
        return hit(f"有 {count(services)} 家：{labels(services)}。")
    blank = blanks(case.members, "category")
    if blank or not case.alliance.members_listed:
        return missing("成员类别或名单尚未填全。", *blank, *unlisted(case))
    return no_hit(none)


@judge("met not_met review missing", needs="thresholds.core_members_min")
def core_members(case: Case) -> Verdict:
    """There are enough core members, of which the lead is one."""
    least = needed(case.call.thresholds.core_members_min)
    counted = core(case.lead, case.members)
    services = [unit for unit in counted if unit.category in SERVICES]
    undecided = [unit for unit in case.members if unit.tier is None]
    short = least - len(counted)
    possible = count([*counted, *undecided])
    if case.alliance.members_listed and possible < least:
        return not_met(
            f"核心成员 {possible} 家（含牵头单位），少于 {least} 家，"
            f"还差 {least - possible} 家核心成员。",
            f"再增 {least - possible} 家核心成员；把一般成员改列为核心成员的，以协议所列为准。",
            *at(case, "members"),
        )
    if short > 0:
        places = blanks(undecided, "tier")
        lacking = (
            f"另有 {len(undecided)} 家未填是核心还是一般，填后再核对是否达到 {least} 家"
            if possible >= least
            else f"距 {least} 家还差 {short} 家"
        )
        return missing(
            f"已列核心成员 {len(counted)} 家（含牵头单位），{lacking}。",
            *places,
            *unlisted(case),
            *at(case, "members"),
        )
    if services:
        return review(
            f"核心成员 {len(counted)} 家，其中{labels(services)}为服务机构，"
            "是否可作核心成员通知未写明。",
            f"不计服务机构为 {len(counted) - len(services)} 家；请咨询受理部门。",
        )
    if len(counted) == least:
        return met(
            f"核心成员 {len(counted)} 家（含牵头单位），达到 {least} 家。",
            f"不含牵头单位为 {least - 1} 家，建议增补或电询。",
        )
    return met(f"核心成员 {len(counted)} 家（含牵头单位），不少于 {least} 家。")


@judge("met review missing", needs="thresholds.members_usual_max")
def all_members(case: Case) -> Verdict:
    """There are not more members than usual, or the applicant says why."""
    most, total = needed(case.call.thresholds.members_usual_max), count(units(case))
    if total > most:
        explained = "已附说明，" if case.alliance.size_reason else ""
        return review(
            f"成员 {total} 家，超过一般上限 {most} 家；{explained}由受理部门判断。",
            "" if explained else f"请说明成员数超过 {most} 家的必要性。",
            *unanswered(case.alliance, "size_reason"),
        )
    if not case.alliance.members_listed:
        return missing(
            f"已列 {total} 家；名单是否已全部列出尚未确认。", *at(case.alliance, "members_listed")
        )
    return met(f"成员 {total} 家（含牵头单位），不超过 {most} 家。")


@judge("met review missing")
def division_of_labour(case: Case) -> Verdict:
    """Each member has its own task, rights and duties."""
    everyone = units(case)
    blank = blanks(everyone, "task", "rights", "duties")
    if blank:
        return missing(f"任务分工、权利、义务还有 {len(blank)} 项未填。", *blank, *unlisted(case))
    if unlisted(case):
        return missing(f"已列 {count(everyone)} 家；成员名单尚未列全。", *unlisted(case))
    alike = repeated(distinct(everyone), lambda unit: plain(unit.task))
    if alike:
        return review(
            f"{labels(alike)}的任务分工文字完全相同。",
            "请写出各家不同的分工。",
            *each(alike, "task"),
        )
    return met(f"{count(everyone)} 家均有各不相同的任务分工，并有权利、义务。")
