"""Changes of who takes part, each for a rule that is not met or left to people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from validator.application import Member, Unit
from validator.application.choices import SERVICES, Tier
from validator.application.places import row_kind
from validator.report import Finding, Status
from validator.rules import Judge
from validator.rules.agreement import all_signed
from validator.rules.integrity import good_standing, no_blacklist, no_misconduct
from validator.rules.lead import lead_category, lead_is_legal_person, registered_in_province
from validator.rules.members import core_members, industry_and_research
from validator.rules.rule import needed
from validator.rules.units import listing
from validator.whatif.change import Change, Situation

_REMOVED: Mapping[Judge, str] = {
    industry_and_research: "不是独立法人",
    all_signed: "未签署协议",
    good_standing: "未能声明诚信状况良好",
    no_misconduct: "在惩戒执行期内",
    no_blacklist: "有“黑名单”记录",
}
"""What a unit can fail on its own, and what the sentence then says of the unit."""
_LEADS_TRIED = 20
_OF_THE_LEAD = (registered_in_province, lead_is_legal_person, lead_category)
_UNITS = ("/lead", "/members", "/partners")
_ROW = re.compile(r"^/(members|partners)/(\d+)(?=/)")


def changed_members(now: Situation) -> Iterator[Change]:
    """Yield the changes that could be made to the lead, the members and the partners.

    Nothing is tried while an answer of a unit cannot be used: removing a row moves the rows after
    it, and the place of the unusable answer would then belong to another unit.
    """
    if any(problem.pointer.startswith(_UNITS) for problem in now.problems):
        return
    yield from _without_those_to_blame(now)
    yield from _more_core_members(now)
    yield from _no_services_in_the_core(now)
    yield from _another_lead(now)


def _without_those_to_blame(now: Situation) -> Iterator[Change]:
    """去掉成员或合作单位: where only they are to blame."""
    failed = ((rule, why) for by, why in _REMOVED.items() for rule in now.found(by, Status.NOT_MET))
    for rule, why in failed:
        rows = _to_blame(now.findings[rule])
        if not rows:
            continue
        units = {name: getattr(now.application, name) for name in ("members", "partners")}
        gone = [units[name][index].name or _nameless(name, index) for name, index in rows]
        left: dict[str, object] = {
            name: tuple(unit for index, unit in enumerate(some) if (name, index) not in rows)
            for name, some in units.items()
        }
        if not left["partners"] and now.application.partners:
            left["has_partners"] = False
        pointers = (f"/{name}/{index}" for name, index in rows)
        yield now.to(f"去掉{listing(gone)}（{why}）", (rule,), pointers, **left)


def _to_blame(finding: Finding) -> list[tuple[str, int]]:
    """Return list and index of each unit that a finding blames; none if it blames anything else."""
    found = [_ROW.match(place) for place in finding.settles]
    if not all(found):
        return []
    return list(dict.fromkeys((match[1], int(match[2])) for match in found if match))


def _nameless(name: str, index: int) -> str:
    return f"第 {index + 1} 家{'成员' if name == 'members' else '合作单位'}"


def _more_core_members(now: Situation) -> Iterator[Change]:
    """把一般成员改列为核心成员, 不够再增: as few as the rule is content with."""
    aims = now.found(core_members, Status.NOT_MET)
    if not aims:
        return
    least = needed(now.call.thresholds.core_members_min)
    ordinary = [
        index
        for index, member in enumerate(now.application.members)
        if member.tier is Tier.ORDINARY and member.category not in SERVICES
    ][:least]
    raising = ((number, 0) for number in range(1, len(ordinary) + 1))
    adding = ((len(ordinary), number) for number in range(1, least + 1))
    for raised, added in chain(raising, adding):
        change = _with_core_members(now, aims, ordinary[:raised], added)
        if any(now.better(change)):
            yield change
            return


def _with_core_members(
    now: Situation, aims: tuple[str, ...], raised: list[int], added: int
) -> Change:
    members = [
        _in_tier(unit, Tier.CORE) if index in raised else unit
        for index, unit in enumerate(now.application.members)
    ]
    said = {
        f"把 {len(raised)} 家一般成员改列为核心成员": len(raised),
        f"再增 {added} 家核心成员": added,
    }
    pointers = [f"/members/{index}/tier" for index in raised]
    return now.to(
        "，".join(words for words, number in said.items() if number),
        aims,
        [*pointers, "/members"] if added else pointers,
        members=(*members, *[_member(now)(tier=Tier.CORE)] * added),
    )


def _in_tier(member: Member, tier: Tier) -> Member:
    return member.model_copy(update={"tier": tier})


def _no_services_in_the_core(now: Situation) -> Iterator[Change]:
    """把服务机构改列为一般成员."""
    members = now.application.members
    services = [
        index
        for index, member in enumerate(members)
        if member.tier is Tier.CORE and member.category in SERVICES
    ]
    if services and (aims := now.found(core_members, Status.REVIEW)):
        names = listing(members[index].name or _nameless("members", index) for index in services)
        yield now.to(
            f"把{names}（服务机构）改列为一般成员",
            aims,
            (f"/members/{index}/tier" for index in services),
            members=tuple(
                _in_tier(member, Tier.ORDINARY) if index in services else member
                for index, member in enumerate(members)
            ),
        )


def _another_lead(now: Situation) -> Iterator[Change]:
    """改由一家核心成员牵头: the first that the rules about the lead have nothing against."""
    if not any(now.found(by, Status.NOT_MET) for by in _OF_THE_LEAD):
        return
    stays = not now.found(lead_is_legal_person, Status.NOT_MET)
    members = now.application.members
    core = [(index, unit) for index, unit in enumerate(members) if unit.tier is Tier.CORE]
    for index, member in core[:_LEADS_TRIED]:
        others = (*members[:index], *members[index + 1 :])
        former = _member(now).model_construct(**_as_unit(now.application.lead), tier=Tier.CORE)
        change = now.to(
            f"改由{member.name or _nameless('members', index)}牵头，"
            f"原牵头单位{'改为核心成员' if stays else '退出'}",
            now.judged_by(*_OF_THE_LEAD),
            ("/lead/name", f"/members/{index}/name"),
            lead=type(now.application.lead).model_construct(**_as_unit(member)),
            members=(former, *others) if stays else others,
        )
        if now.accepts(change):
            yield change
            return


def _member(now: Situation) -> type[Member]:
    """Return the model of a member, as the call asks its questions."""
    kind = row_kind(type(now.application), "members")
    return kind if kind is not None and issubclass(kind, Member) else Member


def _as_unit(unit: Unit) -> dict[str, Any]:
    """Return the answers to the questions that lead and members share."""
    return {name: getattr(unit, name) for name in Unit.model_fields}
