"""Rules about the alliance's bodies: council, expert committee, standing office, who is liable."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from validator.application.choices import Premises, Presence
from validator.application.names import looks_like, same_name
from validator.case import Case, at, blanks, each, unanswered
from validator.rules.mechanisms.answered import Sentence, title
from validator.rules.rule import Verdict, declared, judge, met, missing, needed, not_met, review
from validator.rules.units import is_unit, listing, units, unnamed

_Bodies = Annotated[tuple[Literal["council", "committee", "office"], ...], Field(min_length=1)]
_MECHANISMS = {"decision": "决策", "consultation": "咨询", "execution": "执行"}


@judge("met review missing", reads=lambda given: [f"/organs/{name}/presence" for name in given.of])
def bodies(
    case: Case,
    *,
    of: _Bodies = ("council", "committee", "office"),
    wording: str = "",
    advice: str = "说明理由。",
    blank: Sentence = "各机构是否设立尚未填全。",
) -> Verdict:
    """Decide whether the bodies that the call asks for are set up.

    Args:
        case: the case.
        of: the bodies.
        wording: a sentence on how binding the clause is, said of a body that is replaced or absent.
        advice: what to do then.
        blank: what is said while it is not answered which bodies there are.
    """
    asked = {title(case, f"/organs/{name}"): getattr(case.organs, name) for name in of}
    changed = {
        name: body.presence
        for name, body in asked.items()
        if body.presence in (Presence.REPLACED, Presence.ABSENT)
    }
    if changed:
        said = "；".join(f"{name}{presence}" for name, presence in changed.items())
        return review(f"{said}。{wording}", advice)
    if places := blanks(asked.values(), "presence"):
        return missing(blank, *places)
    return declared(f"{'、'.join(asked)}均已设立。")


@judge("met not_met missing")
def mechanisms(case: Case) -> Verdict:
    """The charter states how the alliance decides, consults and executes."""
    charter = case.organs.charter
    lacking = {n: word for n, word in _MECHANISMS.items() if getattr(charter, n) is False}
    if lacking:
        return not_met(
            f"章程未载明{'、'.join(lacking.values())}机制。",
            "请在章程中补写。",
            *at(charter, *lacking),
        )
    blank = unanswered(charter, *_MECHANISMS)
    if blank:
        return missing("章程是否载明决策、咨询、执行机制尚未填全。", *blank)
    return met("章程载明决策、咨询、执行机制。")


@judge("met not_met review missing")
def liability(case: Case, *, blank: Sentence = "尚未填写对外责任主体。") -> Verdict:
    """A member, or the legal entity, is liable to others for the alliance.

    `blank` is what is said while nobody is named.
    """
    subject = case.alliance.liability_subject
    if subject is None:
        return missing(
            blank,
            *at(case.alliance, "liability_subject"),
            *unanswered(case.lead, "name"),
        )
    if same_name(subject, case.alliance.entity.name):
        return met(f"对外责任主体为联盟法人实体{subject}。")
    if is_unit(subject, case):
        return met(f"对外责任主体为成员单位{subject}。")
    entity = case.alliance.entity
    names = (entity.name, *(unit.name for unit in units(case)))
    alike = next((name for name in names if looks_like(subject, name)), None)
    if alike:
        return review(
            f"“{subject}”与“{alike}”看起来相同，用字的编码不同。",
            "请核对；确为同一单位的，两处改用同一个字。",
            *at(case.alliance, "liability_subject"),
        )
    open_names = (*unanswered(entity, "name" if entity.formed else "formed"), *unnamed(case))
    if open_names:
        return missing(f"“{subject}”尚不在成员名单中，名单或名称未填全。", *open_names)
    return not_met(
        f"“{subject}”不是成员单位，也不是联盟法人实体。",
        "请填一家成员单位或联盟法人实体的全称。",
        *at(case.alliance, "liability_subject"),
    )


@judge("met review missing")
def office_at_lead(case: Case, *, wording: str = "", advice: Sentence = "请说明原因。") -> Verdict:
    """The standing office is at the lead.

    Args:
        case: the case.
        wording: of an alliance without an office, how binding the clause on the office is.
        advice: what to do where the office is elsewhere.
    """
    office = case.organs.office
    if office.presence is Presence.ABSENT:
        return _no_office(case, "是否设在牵头单位内", wording)
    blank = unanswered(office, "host") + unanswered(case.lead, "name")
    if blank:
        return missing("尚未填写执行机构依托单位或牵头单位全称。", *blank)
    if same_name(office.host, case.lead.name):
        return met(f"常设执行机构设在牵头单位{case.lead.name}。")
    explained = "已说明原因" if office.host_reason else "尚未说明原因"
    return review(
        f"常设执行机构设在{office.host}，不在牵头单位，{explained}。",
        advice,
        *unanswered(office, "host_reason"),
    )


def _no_office(case: Case, what: str, wording: str) -> Verdict:
    """Leave to people what the notice asks of a standing office, where the alliance has none."""
    binding = f"；{wording}" if wording else ""
    return review(
        f"常设执行机构未设立，{what}无从核对{binding}。",
        "请说明由谁承担日常事务，或咨询受理部门；另有机构代行的，请改选“由其他机构代行职能”并填写。",
        *at(case.organs.office, "presence"),
    )


@judge("met not_met review missing")
def premises(case: Case, *, wording: str = "") -> Verdict:
    """The standing office has premises of its own, with proof; `wording` as in `office_at_lead`."""
    office = case.organs.office
    if office.presence is Presence.ABSENT:
        return _no_office(case, "有无固定办公场所", wording)
    if office.fixed_premises is False:
        return not_met("没有固定办公场所。", "请落实固定办公场所。", *at(office, "fixed_premises"))
    blank = unanswered(office, "fixed_premises", "address", "premises_proof")
    if blank:
        return missing("办公场所、地址或证明尚未填全。", *blank)
    if office.premises_proof is Premises.NONE:
        return missing("办公场所暂无证明材料。", *at(office, "premises_proof"))
    return met(f"办公场所：{office.address}，有{office.premises_proof}。")


@judge("met not_met review missing", needs="thresholds.full_time_staff_min")
def full_time_staff(case: Case, *, wording: str = "") -> Verdict:
    """The standing office has full-time staff; `wording` as in `office_at_lead`."""
    if case.organs.office.presence is Presence.ABSENT:
        return _no_office(case, "有无专职人员", wording)
    least = needed(case.call.thresholds.full_time_staff_min)
    people = case.organs.office.people
    full_time = [person for person in people if person.full_time]
    if len(full_time) >= least:
        names = listing(person.name or "（未填姓名）" for person in full_time)
        return declared(f"常设执行机构有专职人员 {len(full_time)} 名：{names}。")
    blank = blanks(people, "full_time")
    if blank or not people:
        return missing(
            "常设执行机构人员或其是否专职尚未填写。", *blank, *at(case.organs.office, "people")
        )
    have = f"只有专职人员 {len(full_time)} 名，少于 {least} 名" if full_time else "没有专职人员"
    return not_met(
        f"常设执行机构{have}。",
        f"请配备至少 {least} 名专职人员，与牵头单位签订劳动合同亦可。",
        *each(people, "full_time"),
    )
