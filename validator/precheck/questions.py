"""The model of the pre-check's questions, which people can answer without papers at hand."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from validator.application.application import MEMBERS_MAX
from validator.application.base import Section, group
from validator.application.choices import Category, Presence, Recognition, Standing
from validator.application.text import Day, Line, Name
from validator.application.unit import Province
from validator.precheck.choices import Signed
from validator.precheck.fills import fills

KINDS = ("enterprise", "university", "institute", "services", "others")
"""The questions that count members by kind."""

_Count = Annotated[int, Field(ge=0, le=MEMBERS_MAX)]
_BY_KIND = ("/members/*/category", "/alliance/members_listed")


def _all_units(*places: str) -> tuple[str, ...]:
    """Return some places of a unit for the lead and for every member."""
    return tuple(f"{unit}/{place}" for place in places for unit in ("/members/*", "/lead"))


class Location(Section):
    """Where the lead is registered."""

    province: Province = fills("/lead/province")


class LeadKind(Section):
    """The lead's category, and whether the lead is a legal person."""

    category: Category | None = fills("/lead/category")
    standing: Standing | None = fills("/lead/standing")


class Members(Section):
    """The numbers of members without the lead, as in the self-check's list of members."""

    enterprise: _Count | None = fills(*_BY_KIND, title="企业")
    university: _Count | None = fills(*_BY_KIND, title="高校")
    institute: _Count | None = fills(*_BY_KIND, title="科研机构")
    services: _Count | None = fills(*_BY_KIND, title="金融、中介、营销等服务机构")
    others: _Count | None = fills(*_BY_KIND, title="协会、机关等其他单位")
    core: _Count | None = fills(
        "/members/*/tier", title="其中核心成员", help="协议里列为核心的；牵头单位已另计。"
    )
    dependent: _Count | None = fills(
        "/members/*/standing",
        title="其中没有独立法人资格的",
        help="如二级学院、实验室、分公司；都有资格的填 0。",
    )

    @property
    def total(self) -> int | None:
        """The number of members without the lead; None until every kind is counted."""
        counts = [getattr(self, kind) for kind in KINDS]
        return None if None in counts else sum(counts)

    @field_validator(*KINDS, check_fields=False)  # a call may ask for some kinds alone
    @classmethod
    def _are_not_too_many(cls, value: int | None, info: ValidationInfo) -> int | None:
        total = sum(info.data.get(kind) or 0 for kind in KINDS) + (value or 0)
        if total > MEMBERS_MAX:
            msg = f"各类合计 {total} 家，本站最多核验 {MEMBERS_MAX} 家成员"
            raise ValueError(msg)
        return value

    @field_validator("core", "dependent", check_fields=False)
    @classmethod
    def _are_among_the_members(cls, value: int | None, info: ValidationInfo) -> int | None:
        counts = [count for kind in KINDS if (count := info.data.get(kind)) is not None]
        if value is not None and len(counts) == len(KINDS) and value > sum(counts):
            msg = f"填了 {value} 家，多于上面各类合计的 {sum(counts)} 家，请核对"
            raise ValueError(msg)
        return value


class Agreement(Section):
    """How far the agreement is signed."""

    signed: Signed | None = fills(
        *_all_units("signature/kind", "signature/sealed"),
        title="签字和盖章",
        help="由授权代表代签或用签名章的，请先不答，到逐条自查里逐家填。",
    )


class Beginning(Section):
    """The days from which the alliance's operation may be counted (reading 4.3)."""

    effective_on: Day = fills("/agreement/effective_on", help="最后一家签字盖章的那天。")
    charter_on: Day = fills("/organs/charter/passed_on")
    had_meeting: bool | None = fills("/operation/had_founding_meeting")
    meeting_on: Day = fills("/operation/founding_meeting_on", shown_if=("had_meeting", True))


class Bodies(Section):
    """The three bodies."""

    council: Presence | None = fills("/organs/council/presence", help="")
    committee: Presence | None = fills("/organs/committee/presence", help="")
    office: Presence | None = fills("/organs/office/presence", help="")


class Office(Section):
    """Who does the daily work, and where."""

    full_time: bool | None = fills(
        "/organs/office/people/*/full_time",
        "/organs/office/people",
        title="有无专职人员",
        help="劳动关系在牵头单位的也算。",
    )
    premises: bool | None = fills("/organs/office/fixed_premises")


class Money(Section):
    """经费."""

    rules_exist: bool | None = fills("/funding/rules_exist")


class Records(Section):
    """诚信: records of all units together, without naming a unit."""

    misconduct: bool | None = fills(
        *_all_units("credit/misconduct", "credit/has_misconduct"),
        title="有无单位在科研严重失信惩戒期内",
    )
    blacklisted: bool | None = fills(
        *_all_units("credit/queries", "credit/queries/*/result"),
        title="有无单位列入信用“黑名单”",
    )


class Recognised(Section):
    """重复申报."""

    recognised: Recognition | None = fills("/alliance/recognised")


class Support(Section):
    """支持领域."""

    chains: tuple[Name, ...] | None = fills("/alliance/chains", max_length=20)
    towns: tuple[Name, ...] | None = fills("/alliance/towns", max_length=20)
    other_field: Line = fills("/alliance/other_field", help="上面都不是的，写领域名称。")


class Submission(Section):
    """报送."""

    planned_on: Day = fills("/submission/planned_on")


class PreCheck(Section):
    """The answers of a pre-check, complete or not; the page asks each section as one question."""

    location: Location = group("牵头单位在哪里注册", Location)
    lead: LeadKind = group("牵头单位是什么单位", LeadKind)
    members: Members = group(
        "牵头单位之外有哪些成员",
        Members,
        help="各填几家，没有的填 0；前五项都填了，才核对总数。",
    )
    agreement: Agreement = group("联盟协议签了吗", Agreement)
    beginning: Beginning = group("联盟从哪天开始运行", Beginning, help="记不清的先不填。")
    bodies: Bodies = group("三个机构设立了吗", Bodies)
    office: Office = group("有专职人员和办公场所吗", Office)
    money: Money = group("经费有管理办法吗", Money)
    records: Records = group("各单位有失信记录吗", Records, help="包括牵头单位和全部成员。")
    recognition: Recognised = group("以前认定过吗", Recognised)
    support: Support = group("属于哪个领域", Support, help="可以多选，有一项即可。")
    submission: Submission = group("打算哪天报送", Submission)
