"""A unit (单位) of the alliance: what lead and members are asked, together and apart."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from validator.application.base import Section, ask, group
from validator.application.choices import Category, Listing, Ownership, Standing, Tier
from validator.application.codes import HighTechCertificate, IndustryCode, Uscc
from validator.application.credit import Credit
from validator.application.signature import Signature
from validator.application.text import Day, Line, Text
from validator.reference import PROVINCES

_OUTSIDE = ("province", "香港特别行政区", "澳门特别行政区", "台湾省", "境外")


def _known_province(value: str | None) -> str | None:
    if value is not None and value not in PROVINCES:
        msg = f"应为省级行政区全称，如“{PROVINCES[0]}”；现为“{value}”"
        raise ValueError(msg)
    return value


Province = Annotated[
    Line,
    AfterValidator(_known_province),
    Field(json_schema_extra={"enum": [*PROVINCES, None]}),
]


class UnitEvidence(Section):
    """The papers about one unit among the materials (三（二）7)."""

    licence: bool | None = ask(
        "证照复印件",
        help="企业为营业执照，高校和事业单位为事业单位法人证书，民办非企业单位为登记证书。",
    )
    licence_name: Line = ask("证照上的名称", hidden_if=("licence", False))
    introduction: bool | None = ask("单位简介")
    business_years: tuple[Annotated[int, Field(ge=1990, le=2099)], ...] | None = ask(
        "已备经营状况材料的年份",
        help="高校、科研院所可用年度决算或科研情况说明代替。",
        max_length=20,
    )


class Identity(Section):
    """The questions that tell which unit it is; asked first."""

    name: Line = ask("单位全称", help="与证照、印章一致。")
    uscc: Uscc = ask("统一社会信用代码", help="18 位。", example="91110101MA0000007T")
    category: Category | None = ask("单位类别")


class Unit(Identity):
    """What is asked of lead and members alike."""

    standing: Standing | None = ask(
        "法人地位",
        help="二级学院、实验室请填所属高校；以 91 开头的代码不能证明是独立法人。",
    )
    province: Province = ask("住所所在省份", help="以证照载明的住所为准。")
    no_uscc: bool | None = ask(
        "是否没有统一社会信用代码",
        help="境外和港澳台单位没有这个代码的，答“是”，代码留空。",
        shown_if=_OUTSIDE,
    )
    registration: Line = ask(
        "登记机关和登记号",
        help="照当地的登记证明填写。",
        example="香港公司注册处，登记号 1234567",
        shown_if=("no_uscc", True),
    )
    city: Line = ask("住所所在市、县")
    address: Line = ask("通讯地址")
    legal_representative: Line = ask("法定代表人", help="现任、已登记的。")
    founded_on: Day = ask("成立日期")
    ownership: Ownership | None = ask("单位性质")
    contact: Line = ask("联系人")
    phone: Line = ask("联系电话")
    email: Line = ask("电子邮箱")
    joined_on: Day = ask(
        "后加入日期",
        help="仅协议生效之后加入的成员填写；不影响联盟运行时间的起算。",
    )
    task: Text = ask("任务分工")
    rights: Text = ask("权利")
    duties: Text = ask("义务")
    research_level: Text = ask("研发水平说明")
    high_tech: bool | None = ask("是否高新技术企业")
    high_tech_certificate: HighTechCertificate = ask(
        "高企证书编号", example="GR202111000001", shown_if=("high_tech", True)
    )
    high_tech_issued_on: Day = ask(
        "高企证书发证日期", help="有效期三年。", shown_if=("high_tech", True)
    )
    listing: Listing | None = ask("是否拟上市科技型企业")
    signature: Signature = group("协议签署", Signature)
    credit: Credit = group("诚信状况", Credit)
    evidence: UnitEvidence = group("证明材料", UnitEvidence)

    @property
    def code(self) -> str | None:
        """The credit code as documents print it; for a unit without one, words in its place."""
        if self.uscc or not self.no_uscc:
            return self.uscc
        return f"无此代码（{self.registration or '登记号待填'}）"

    @property
    def seat(self) -> str | None:
        """住所: province and city, with the province once where the city's text begins with it."""
        province, city = self.province or "", self.city or ""
        return (city if city.startswith(province) else province + city) or None


class Tiered(Identity):
    """Whether the agreement lists a member as core; asked right after the member's identity."""

    tier: Tier | None = ask("核心或一般成员", help="以协议所列为准。")


class Member(Unit, Tiered):
    """成员单位 other than the lead."""


class YearFigures(Section):
    """One year of the lead's business, amounts in ten thousand yuan (万元)."""

    year: Annotated[int, Field(ge=1990, le=2099)] | None = ask("年份")
    revenue: float | None = ask("营业收入", unit="万元", ge=-1e9, le=1e9)
    profit: float | None = ask("利润", unit="万元", ge=-1e9, le=1e9)
    research_spending: float | None = ask("研发投入", unit="万元", ge=0, le=1e9)


class Lead(Unit):
    """牵头单位, which counts as a core member (reading 4.1)."""

    above_scale: bool | None = ask("是否规模以上企业", help="以统计部门纳统名单为准。")
    above_scale_proof: bool | None = ask("已备纳统证明或年报", shown_if=("above_scale", True))
    listing_basis: Line = ask("拟上市依据", hidden_if=("listing", "none"))
    industry_code: IndustryCode = ask("行业代码（GB/T 4754—2017）", example="3463")
    staff: int | None = ask("职工数", unit="人", ge=0, le=10_000_000)
    researchers: int | None = ask("研发人员数", unit="人", ge=0, le=10_000_000)
    figures: tuple[YearFigures, ...] = group("近三年经营情况", tuple, max_length=10)
    platforms: Text = ask("研发平台")
    technology_level: Text = ask("整体技术水平")
    strength: Text = ask(
        "经济实力、影响力和带动作用",
        help="说明经济实力、号召力、集聚创新资源和辐射带动作用。",
    )
