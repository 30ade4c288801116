"""Rules C7 to C10, whether figures and entries agree with the list of members: hints."""

from __future__ import annotations

from collections.abc import Iterator

from validator.application.membership import ON_THE_FORM, by_category, core, count
from validator.application.names import plain_names, same_name
from validator.case import Case, at, blanks, given, unanswered
from validator.rules.mechanisms.answered import title
from validator.rules.rule import Verdict, judge, met, missing, not_applicable, review
from validator.rules.units import is_unit, listing, unit_names, units, unlisted, unnamed

_STATUSES = "met review missing"
_COUNTED = tuple(kind.value for kind in ON_THE_FORM)


@judge(_STATUSES)
def sums(case: Case) -> Verdict:
    """The stated numbers of members by category add up to the total and agree with the list."""
    counts = case.alliance.counts
    blank = unanswered(counts, "total", "core", *_COUNTED)
    if blank:
        return missing("申请表所填成员数尚未填全，无法核对。", *blank)
    open_list = blanks(units(case), "category")
    open_list += unlisted(case)
    if open_list:
        return missing("成员名单或类别尚未填全，无法核对。", *open_list)
    fault = next(_count_faults(case), "")
    if fault:
        return review(fault, "请按名单核对。", *at(counts, "total", "core", *_COUNTED))
    untold = blanks(case.members, "tier")
    if untold:
        return missing("成员是核心还是一般尚未填全，无法核对核心成员数。", *untold)
    return met(f"各类合计与总数、名单均为 {count(units(case))} 家。")


def _count_faults(case: Case) -> Iterator[str]:
    counts, total, cores = (
        case.alliance.counts,
        count(units(case)),
        count(core(case.lead, case.members)),
    )
    undecided = [unit for unit in case.members if unit.tier is None]
    possible = count([*core(case.lead, case.members), *undecided])
    added = sum(getattr(counts, name) for name in _COUNTED)
    if added != counts.total:
        yield f"各类合计 {added} 家，所填总数 {counts.total} 家。"
    if counts.total != total:
        yield f"所填总数 {counts.total} 家，名单列 {total} 家。"
    if not cores <= given(counts.core) <= possible:
        yield f"所填核心成员数 {counts.core} 家，名单列 {cores} 家。"
    listed = by_category(units(case)).items()
    wrong = [kind for kind, number in listed if getattr(counts, kind.value) != number]
    if wrong:
        yield f"{'、'.join(map(str, wrong))}的家数与名单不符。"


@judge("met review missing not_applicable")
def shared_property(case: Case) -> Verdict:
    """Each entry of 共有知识产权 has at least two members among its owners."""
    return _joint(case, "properties", "owners", "共有知识产权", "权利人")


@judge("met review missing not_applicable")
def joint_projects(case: Case) -> Verdict:
    """Each entry of 联合承担项目 has at least two members among its participants."""
    return _joint(case, "projects", "participants", "联合承担项目", "参与单位")


def _joint(case: Case, rows: str, parties: str, what: str, who: str) -> Verdict:
    entries = getattr(case.evidence, rows)
    if not entries:
        return not_applicable(f"没有填报{what}条目。")
    blank = blanks(entries, parties)
    if blank:
        return missing(f"{what}的{who}尚未填全，无法核对。", *blank)
    ours = unit_names(case)
    alone = [
        row.name or "（未填名称）"
        for row in entries
        if len(ours & plain_names(getattr(row, parties))) < 2  # noqa: PLR2004
    ]
    if alone and unnamed(case):
        return missing(f"{listing(alone)}的{who}尚不在成员名单中，名单未列全。", *unnamed(case))
    if alone:
        return review(f"{listing(alone)}的{who}中成员单位不足 2 家。", f"请核对{who}全称。")
    return met(f"{len(entries)} 项{what}均有 2 家以上成员单位。")


@judge("met review missing not_applicable")
def transfers(case: Case) -> Verdict:
    """Each 自筹研发资金 transfer is between members or the office's host, dated, and above 0."""
    entries, host = case.evidence.transfers, case.organs.office.host
    if not entries:
        return not_applicable(f"没有填报{title(case, '/evidence/transfers')}。")
    names = [name for row in entries for name in (row.payer, row.payee) if name]
    strangers = [
        name for name in dict.fromkeys(names) if not (is_unit(name, case) or same_name(name, host))
    ]
    empty = [
        number
        for number, row in enumerate(entries, 1)
        if row.amount is not None and row.amount <= 0
    ]
    if strangers and unnamed(case):
        return missing(f"{listing(strangers)}尚不在成员名单中，名单未列全。", *unnamed(case))
    said = [
        f"{listing(strangers)}不是成员单位或执行机构依托单位" if strangers else "",
        f"第 {listing(map(str, empty))} 条金额不大于 0" if empty else "",
    ]
    if any(said):
        return review("；".join(filter(None, said)) + "。", "请核对往来单位和金额。")
    blank = blanks(entries, "payer", "payee", "paid_on", "amount")
    if blank:
        return missing("往来凭证的单位、日期或金额尚未填全。", *blank)
    outside = any(not is_unit(name, case) for name in names)
    among = "成员单位和执行机构依托单位" if outside else "成员单位"
    return met(f"{len(entries)} 条往来均在{among}之间。")
