"""Rules C1 to C6, whether documents agree with each other: hints, which decide no outcome."""

from __future__ import annotations

import re
from itertools import pairwise

from validator.application.choices import Presence, Signing
from validator.application.membership import count, distinct
from validator.application.names import plain_name, plain_names, same_name
from validator.case import Case, at, blanks, each, given, unanswered
from validator.case.answers import UnitAnswers
from validator.chinese import in_chinese
from validator.rules.marking import bears
from validator.rules.rule import Verdict, judge, met, missing, not_applicable, review
from validator.rules.units import (
    codes_open,
    labels,
    listing,
    repeated,
    submission_day,
    unit_names,
    units,
    unlisted,
    unnamed,
    without_code,
)

_STATUSES = "met review missing"
_ODD_IN_NAME = re.compile(r"[A-Za-z0-9\s]|[^\w（）()]")


@judge(_STATUSES)
def alliance_name(case: Case) -> Verdict:
    """The alliance's name is the same in all materials and on the disc or U盘."""
    evidence, name = case.evidence, case.alliance.name
    papers = {
        "申请表": evidence.application_form,
        "协议书": evidence.agreement,
        "论证报告": evidence.report,
        "人员名单": evidence.people_lists,
        "章程": evidence.charter,
        "运行证明": evidence.operation,
        "成员证明材料": evidence.proofs,
    }
    written = {paper: document.alliance_name for paper, document in papers.items()}
    differing = [
        paper for paper, text in written.items() if text and name and not same_name(text, name)
    ]
    label = case.submission.medium_label
    if label and name and not bears(label, name):
        differing.append("载体标注")
    if differing:
        return review(
            f"{'、'.join(differing)}上的联盟名称与所填联盟名称不一致。", f"请统一为“{name}”。"
        )
    blank = [
        *unanswered(case.alliance, "name"),
        *unanswered(case.submission, "medium_label"),
        *blanks(papers.values(), "alliance_name"),
    ]
    if blank:
        return missing("各材料上的联盟名称尚未填全，无法核对。", *blank)
    if _ODD_IN_NAME.search(given(name)):
        return review(f"“{name}”含字母、数字、空格或标点。", "联盟名称宜只用规范汉字（本站提示）。")
    return met(f"各处均为“{name}”。")


@judge(_STATUSES)
def member_sets(case: Case) -> Verdict:
    """The member set is the same in 申请表, 协议书 and 证明材料."""
    everyone = units(case)
    outside = [unit for unit in everyone if unit.signature.kind is Signing.NOT_A_PARTY]
    bare = [unit for unit in everyone if unit.evidence.licence is False]
    extra = case.agreement.other_parties or ()
    said = [
        f"{labels(outside)}在申请表上，不在协议上" if outside else "",
        f"{listing(extra)}在协议上，不在申请表上" if extra else "",
        f"{labels(bare)}没有证照材料" if bare else "",
    ]
    if any(said):
        return review(
            "；".join(filter(None, said)) + "。", "请使申请表、协议书、证明材料的成员一致。"
        )
    blank = [
        place
        for unit in everyone
        for place in (*unanswered(unit.signature, "kind"), *unanswered(unit.evidence, "licence"))
    ]
    blank += unlisted(case)
    blank += unanswered(case.agreement, "has_other_parties")
    if blank:
        return missing("签署、证照或成员名单尚未填全，无法核对。", *blank)
    return met(f"申请表、协议书、证明材料的成员均为 {count(everyone)} 家。")


@judge(_STATUSES)
def names_and_seals(case: Case) -> Verdict:
    """Each unit's name is the same on licence and seal, and its signer is its 法定代表人."""
    everyone = units(case)
    odd = [unit for unit in everyone if not _names_agree(unit)]
    if odd:
        return review(
            f"{labels(odd)}的全称、证照名称、印章名称或签字人与现任法定代表人不一致。",
            "请核对后改正或附变更证明。",
            *each(odd, "name", "legal_representative"),
            *each((unit.signature for unit in odd), "seal_name", "signer"),
        )
    bare = [unit for unit in everyone if unit.evidence.licence is False]
    if bare:
        return review(
            f"{labels(bare)}没有证照材料，无从核对证照上的名称。",
            "请补齐证照复印件。",
            *each((unit.evidence for unit in bare), "licence"),
        )
    blank = [
        place
        for unit in everyone
        for place in (
            *unanswered(unit, "name", "legal_representative"),
            *unanswered(unit.evidence, "licence_name"),
            *unanswered(unit.signature, "seal_name", "signer"),
        )
    ]
    blank += unlisted(case)
    if blank:
        return missing("证照名称、印章名称、签字人或成员名单尚未填全，无法核对。", *blank)
    return met(f"{count(everyone)} 家的全称、证照、印章、签字人均一致。")


def _names_agree(unit: UnitAnswers) -> bool:
    names = (unit.name, unit.evidence.licence_name, unit.signature.seal_name)
    people = (unit.legal_representative, unit.signature.signer)
    return len(plain_names(names)) <= 1 and len(plain_names(people)) <= 1


@judge(_STATUSES)
def duplicates(case: Case) -> Verdict:
    """No two units share a credit code, a name or a 法定代表人."""
    everyone = units(case)
    twice = repeated(everyone, lambda unit: unit.uscc)
    named = [unit for unit in repeated(everyone, _name) if unit not in twice]
    shared = repeated(distinct(everyone), _representative)
    said = [
        f"{labels(twice)}的统一社会信用代码相同，家数只计一次" if twice else "",
        f"{labels(named)}的名称相同，代码不同或没有" if named else "",
        f"{labels(shared)}的法定代表人同名" if shared else "",
    ]
    if any(said):
        return review(
            "；".join(filter(None, said)) + "。",
            "请核对是否重复列入，或是否为关联单位。",
            *each(twice, "uscc"),
            *each(named, "name"),
            *each(shared, "legal_representative"),
        )
    blank = [*codes_open(everyone), *blanks(everyone, "legal_representative")]
    if blank:
        return missing("代码或法定代表人尚未填全，无法核对。", *blank)
    abroad = without_code(everyone)
    if abroad:
        return review(
            f"{labels(abroad)}没有统一社会信用代码，只按名称核对，未见重复。",
            "请对照登记证明核对。",
            *each(abroad, "registration"),
        )
    return met("统一社会信用代码和法定代表人均无重复。")


def _name(unit: UnitAnswers) -> str | None:
    return unit.name and plain_name(unit.name)


def _representative(unit: UnitAnswers) -> str | None:
    return unit.legal_representative and plain_name(unit.legal_representative)


@judge(f"{_STATUSES} not_applicable")
def councillors(case: Case) -> Verdict:
    """Every 理事 belongs to a member; 理事长单位 is normally the lead."""
    if case.organs.council.presence is Presence.ABSENT:
        return not_applicable("理事会未设立，没有理事。")
    people = case.organs.council.people
    ours = unit_names(case) if people else set()
    strangers = [it for it in people if it.unit and plain_name(it.unit) not in ours]
    if strangers and unnamed(case):
        return missing("理事单位尚不在成员名单中，名单未列全。", *unnamed(case))
    if strangers:
        names = listing(f"{person.name or '（未填姓名）'}（{person.unit}）" for person in strangers)
        return review(f"{names}的单位不在成员名单中。", "请核对单位全称。")
    blank = blanks(people, "unit", "role")
    if blank or not people:
        return missing("理事会名单尚未填全。", *blank, *at(case.organs.council, "people"))
    chair = next((person for person in people if same_name(person.role, "理事长")), None)
    if chair is None or not same_name(chair.unit, case.lead.name):
        who = chair.unit if chair else "未列明"
        return review(f"理事长单位：{who}，通常为牵头单位。", "请核对，或说明原因。")
    return met(f"{len(people)} 名理事均来自成员单位，理事长单位为牵头单位。")


@judge(_STATUSES)
def date_order(case: Case) -> Verdict:
    """协议生效 ≤ 章程通过 ≤ 首次理事会 ≤ 各运行记录 ≤ 报送日."""
    on = submission_day(case)
    records = [row.held_on for row in case.operation.records if row.held_on]
    days = [
        ("协议生效", case.agreement.effective_on),
        ("章程通过", case.organs.charter.passed_on),
        ("首次理事会", case.organs.council.first_meeting_on),
        ("最早的运行记录", min(records, default=None)),
        ("最晚的运行记录", max(records, default=None)),
        ("报送", on),
    ]
    known = [(name, day) for name, day in days if day]
    wrong = [
        f"{later}（{in_chinese(after)}）早于{earlier}（{in_chinese(before)}）"
        for (earlier, before), (later, after) in pairwise(known)
        if after < before
    ]
    if wrong:
        return review("；".join(wrong) + "。", "请核对日期。")
    blank = (
        *unanswered(case.agreement, "effective_on"),
        *unanswered(case.organs.charter, "passed_on"),
        *unanswered(case.organs.council, "first_meeting_on"),
        *(() if records else at(case.operation, "records")),
        *(() if on else at(case.submission, "planned_on")),
    )
    if blank:
        return missing("协议、章程、理事会、运行记录或报送日期尚未填全，无法核对。", *blank)
    return met("协议生效、章程通过、首次理事会、运行记录、报送依次在后。")
