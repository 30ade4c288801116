"""How a unit signed and sealed the agreement (三（一）4)."""

from __future__ import annotations

from validator.application.base import Section, ask
from validator.application.choices import Signing
from validator.application.text import Day, Line

_NO_PARTY = ("kind", "not_a_party")
_NOT_SIGNED = (*_NO_PARTY, "unsigned")
_NOT_SEALED = ("sealed", False)


class Signature(Section):
    """How, by whom and when the agreement was signed and sealed for one unit."""

    kind: Signing | None = ask(
        "签署方式",
        help="尚未签署的不填签字，未列为缔约方的也不填盖章；已填的保留，但不计。",
    )
    signer: Line = ask("签字人", example="王明", hidden_if=_NOT_SIGNED)
    representative_then: Line = ask(
        "签署日的法定代表人",
        help="仅当签署后法定代表人有变更时填写。",
        hidden_if=_NOT_SIGNED,
    )
    signed_on: Day = ask("签署日期", hidden_if=_NOT_SIGNED)
    sealed: bool | None = ask("已盖章", hidden_if=_NO_PARTY)
    seal_name: Line = ask("印章上的单位名称", help="应与单位全称一致。", hidden_if=_NOT_SEALED)
    seal_renamed_on: Day = ask(
        "盖章后的更名日期",
        help="仅当盖章之后单位更名、印章上是当时的名称时填写。",
        hidden_if=_NOT_SEALED,
    )
    seal_name_reason: Line = ask(
        "印章名称与现名不一致的原因",
        help="仅当盖章之后单位更名时填写。",
        example="2022年10月经登记机关核准更名",
        hidden_if=_NOT_SEALED,
    )
    sealed_on: Day = ask("盖章日期", help="与签署日期相同的可不填。", hidden_if=_NOT_SEALED)
