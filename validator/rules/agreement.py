"""Rules about the alliance's agreement (协议书)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from validator.application.choices import Signing
from validator.application.membership import count
from validator.application.names import Likeness, likeness
from validator.case import Case, at, blanks, each, given, unanswered
from validator.case.answers import SignatureAnswers, UnitAnswers
from validator.chinese import in_chinese
from validator.rules.mechanisms.answered import Sentence, filled
from validator.rules.mechanisms.blanks import Blanks
from validator.rules.rule import Verdict, declared, judge, met, missing, not_met, review
from validator.rules.units import labels, listing, units, unlisted

_DECIDED_STATUSES = "met not_met review missing"
NOT_SIGNED = (Signing.UNSIGNED, Signing.NOT_A_PARTY)
_BY_OTHER_MEANS = {
    Signing.NAME_SEAL: "用签名章的，请补由法定代表人本人签字，或附其认可签名章的说明",
    Signing.ELECTRONIC: "电子签名的，请补由法定代表人本人签字，或附电子签名的认证材料",
    Signing.DELEGATE: "授权代表签字的，请补由法定代表人本人签字，或附授权书",
    Signing.SUCCESSOR: "变更后补签的，请附法定代表人变更的登记证明",
}
"""The advice for each way of signing other than by the 法定代表人's own hand (reading 4.4)."""


@judge(_DECIDED_STATUSES)
def all_signed(case: Case) -> Verdict:
    """Every member has signed the agreement."""
    everyone = units(case)
    absent = [unit for unit in everyone if unit.signature.kind in NOT_SIGNED]
    if absent:
        return not_met(
            f"{labels(absent)}未签署联盟协议。", "请补签，或将其移出成员名单。", *_kinds(absent)
        )
    blank = blanks((unit.signature for unit in everyone), "kind")
    lists = (*unlisted(case), *unanswered(case.agreement, "has_other_parties"))
    if blank:
        return missing(f"还有 {len(blank)} 家未填签署方式。", *blank, *lists)
    if unlisted(case):
        return missing(f"已列 {count(everyone)} 家；成员名单尚未列全，无法核对。", *lists)
    if lists:
        return missing("尚未填写协议上是否另有未列入成员名单的签署单位。", *lists)
    if case.agreement.has_other_parties:
        others = listing(case.agreement.other_parties or ("其他单位",))
        return review(
            f"协议上另有{others}签署，未列入成员名单。",
            "请使协议缔约方与成员名单一致，或说明原因。",
        )
    return declared(f"{count(everyone)} 家成员均已签署协议。")


@judge("met missing")
def goals_and_tasks(
    case: Case,
    *,
    stated: Annotated[
        Sentence, Blanks("count")
    ] = "协议已写明目标和任务分工，可量化指标 {count} 项。",
) -> Verdict:
    """The agreement states goals and who does what.

    `stated` is what is said then; {count} is the number of goals that can be measured.
    """
    blank = unanswered(case.agreement, "goals", "tasks")
    if blank:
        return missing("协议中的产业发展目标或任务分工尚未填写。", *blank)
    count = sum(bool(target.name) for target in case.agreement.targets)
    return met(
        filled(stated, count=count),
        "" if count else "建议列出可量化指标。",
    )


@judge(_DECIDED_STATUSES)
def signed_by_representative(  # noqa: PLR0911 - one return for each way of signing
    case: Case, *, wording: str = ""
) -> Verdict:
    """Each member's 法定代表人 has signed in person, under the name that the member declares.

    `wording` tells how the call words who has to sign, where somebody signed by other means.
    """
    everyone = units(case)
    unsigned = [unit for unit in everyone if unit.signature.kind in NOT_SIGNED]
    if unsigned:
        return not_met(
            f"{labels(unsigned)}的法定代表人未签署。", "请法定代表人补签。", *_kinds(unsigned)
        )
    strangers = [unit for unit in everyone if _signer(unit) is Likeness.DIFFERENT]
    if strangers:
        return not_met(
            f"{labels(strangers)}的签字人不是法定代表人。",
            "请法定代表人签署；如签署后有变更，请填“签署日的法定代表人”。",
            *each((unit.signature for unit in strangers), "signer", "representative_then"),
        )
    in_person = [unit for unit in everyone if unit.signature.kind in (Signing.IN_PERSON, None)]
    blank = [
        place
        for unit in in_person
        for place in (
            *unanswered(unit, "legal_representative"),
            *unanswered(unit.signature, "kind", "signer"),
        )
    ]
    if blank:
        return missing(
            f"签署方式、签字人或法定代表人还有 {len(blank)} 项未填。", *blank, *unlisted(case)
        )
    if unlisted(case):
        return missing(f"已列 {count(everyone)} 家；成员名单尚未列全。", *unlisted(case))
    alike = [unit for unit in everyone if _signer(unit) is Likeness.ALIKE]
    if alike:
        return review(
            f"{labels(alike)}的签字人与法定代表人姓名看起来相同，用字的编码不同。",
            "请对照协议和证照核对；是同一人的，两处改用同一个字。",
            *each((unit.signature for unit in alike), "signer"),
        )
    others = [unit for unit in everyone if unit.signature.kind in _BY_OTHER_MEANS]
    if others:
        used = dict.fromkeys(unit.signature.kind for unit in others)
        kinds = listing(map(str, used))
        return review(
            f"{labels(others)}以“{kinds}”签署{'；' * bool(wording)}{wording}。",
            "；".join(way for kind, way in _BY_OTHER_MEANS.items() if kind in used)
            + "；并咨询受理部门。",
            *_kinds(others),
        )
    return declared(f"{count(everyone)} 家均由法定代表人本人签字，签字人与法定代表人姓名一致。")


def _kinds(some: list[UnitAnswers]) -> tuple[str, ...]:
    return each((unit.signature for unit in some), "kind")


def _signer(unit: UnitAnswers) -> Likeness | None:
    """Compare who signed in person with who was 法定代表人 on that day (reading 4.4).

    None where the unit was not signed for in person, or where a name is not given.
    """
    signature = unit.signature
    if signature.kind is not Signing.IN_PERSON or signature.signer is None:
        return None
    representative = signature.representative_then or unit.legal_representative
    return likeness(signature.signer, representative) if representative else None


@judge(_DECIDED_STATUSES)
def sealed_and_effective(  # noqa: PLR0911 - one return for each fault of a seal
    case: Case,
) -> Verdict:
    """Each member's own seal is on the agreement, which takes effect with the last founder's."""
    everyone = units(case)
    unsealed = [unit for unit in everyone if _seal_denied(unit)]
    if unsealed:
        return not_met(
            f"{labels(unsealed)}未在协议上盖章。",
            "请补盖单位公章。",
            *(place for unit in unsealed for place in _seal_denied(unit)),
        )
    wrong = [unit for unit in everyone if _seal(unit) is Likeness.DIFFERENT]
    unexplained = [unit for unit in wrong if not _renamed_since(unit.signature)]
    if unexplained:
        return not_met(
            f"{labels(unexplained)}的印章名称与单位全称不一致。",
            "请用与证照全称一致的公章；盖章之后更名的，请填“盖章后的更名日期”和原因。",
            *each((unit.signature for unit in unexplained), "seal_name", "seal_renamed_on"),
        )
    blank = [
        place
        for unit in everyone
        for place in (
            *unanswered(unit, "name"),
            *unanswered(unit.signature, "sealed", "seal_name", "signed_on"),
        )
    ] + [*unanswered(case.agreement, "effective_on")]
    blank += blanks((unit.signature for unit in wrong), "seal_renamed_on", "seal_name_reason")
    if blank:
        return missing(
            f"盖章、印章名称、签署日期或协议生效日还有 {len(blank)} 项未填。",
            *blank,
            *unlisted(case),
        )
    if unlisted(case):
        return missing(f"已列 {count(everyone)} 家；成员名单尚未列全。", *unlisted(case))
    alike = [unit for unit in everyone if _seal(unit) is Likeness.ALIKE]
    if alike:
        return review(
            f"{labels(alike)}的印章名称与单位全称看起来相同，用字的编码不同。",
            "请对照印章和证照核对；确为同一名称的，两处改用同一个字。",
            *each((unit.signature for unit in alike), "seal_name"),
        )
    if wrong:
        return review(
            f"{labels(wrong)}的印章为盖章时的名称，{_renamings(wrong)}，是否视为有效由受理部门判断。",
            "请附更名的登记证明。",
            *each((unit.signature for unit in wrong), "seal_name", "seal_renamed_on"),
        )
    return _in_force(case)


def _in_force(case: Case) -> Verdict:
    """Compare the stated day of effect with the day on which the last founder signed or sealed."""
    latest, effective = given(last_founding_signature(case)), given(case.agreement.effective_on)
    if latest != effective:
        late = [unit for unit in founders(case) if unit.pointer != case.lead.pointer]
        late = [unit for unit in late if any(day > effective for day in _days(unit))]
        joined = f"{labels(late)}如为协议生效之后加入，请填“后加入日期”；" if late else ""
        return review(
            f"发起成员最晚于{in_chinese(latest)}签署盖章，所填协议生效日为{in_chinese(effective)}。",
            f"{joined}协议自全部发起成员签署盖章后生效，请核对生效日。",
            *each(late, "joined_on"),
            *at(case.agreement, "effective_on"),
        )
    return declared(
        f"{count(units(case))} 家均已盖章，印章与全称一致，协议自{in_chinese(latest)}生效。"
    )


def _seal_denied(unit: UnitAnswers) -> tuple[str, ...]:
    """JSON pointers of the answers that deny that a unit's seal is on the agreement."""
    signature = unit.signature
    denials = {
        "sealed": signature.sealed is False,
        "kind": signature.kind is Signing.NOT_A_PARTY,
    }
    return at(signature, *(name for name, denies in denials.items() if denies))


def _seal(unit: UnitAnswers) -> Likeness | None:
    """Compare the name on the seal with the unit's name; None where either is not given."""
    seal = unit.signature.seal_name
    return likeness(unit.name, seal) if unit.name and seal else None


def founders(case: Case) -> list[UnitAnswers]:
    """Return the founding units: all but those that joined after the agreement took effect."""
    effective = case.agreement.effective_on
    return [
        unit
        for unit in units(case)
        if unit is case.lead
        or unit.joined_on is None
        or (effective is not None and unit.joined_on <= effective)
    ]


def last_founding_signature(case: Case) -> date | None:
    """Return the last day on which a founder signed or sealed; None while no day is given."""
    return max((day for unit in founders(case) for day in _days(unit)), default=None)


def _days(unit: UnitAnswers) -> list[date]:
    """Return the days on which a unit signed and sealed the agreement, those that are given."""
    return [day for day in (unit.signature.signed_on, unit.signature.sealed_on) if day]


def _renamed_since(signature: SignatureAnswers) -> bool:
    """Whether a seal shows the unit's former name: the unit was renamed after sealing (4.29).

    Where a day is not given yet, any answer about a renaming counts.
    """
    renamed, sealed = signature.seal_renamed_on, signature.sealed_on or signature.signed_on
    if renamed is None or sealed is None:
        return bool(renamed or signature.seal_name_reason)
    return renamed >= sealed  # on one and the same day the seal may have come first


def _renamings(some: list[UnitAnswers]) -> str:
    """Say when units were renamed, and why, as the applicant states it."""
    said = [
        f"{in_chinese(given(unit.signature.seal_renamed_on))}更名（{unit.signature.seal_name_reason}）"
        for unit in some
    ]
    return listing(said)
