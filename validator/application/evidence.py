"""申报材料 (三（二）): the alliance's papers; the papers of each unit are in `unit.py`."""

from __future__ import annotations

from validator.application.base import Section, ask, group
from validator.application.text import Day, Line, Name, Text

_Names = tuple[Name, ...]


class Paper(Section):
    """One of the materials, and the alliance's name as printed on it."""

    alliance_name: Line = ask("该材料上的联盟名称", help="用于核对各处名称是否一致。")


class Document(Paper):
    """One of the materials that is a document of its own, and whether that document is ready."""

    ready: bool | None = ask("已备齐")


class Report(Document):
    """论证报告, and whether it has both parts that the notice asks for."""

    necessity: bool | None = ask("含必要性论证")
    feasibility: bool | None = ask("含可行性论证")


class OperationProof(Paper):
    """运行证明 (三（二）6), and which of its three parts are ready."""

    records: bool | None = ask("运行一年以上证明材料")
    mechanism: bool | None = ask("运行体制机制说明")
    structure: bool | None = ask("组织架构说明")


class JointProject(Section):
    """联合承担项目."""

    name: Line = ask("项目名称")
    participants: _Names | None = ask("参与单位", help="每行一家，填单位全称。", max_length=200)


class Achievement(Section):
    """科技成果."""

    name: Line = ask("成果名称")
    proof: Line = ask("证明", example="科技成果登记证书")


class SharedProperty(Section):
    """共有知识产权."""

    name: Line = ask("名称及证号")
    owners: _Names | None = ask("权利人", help="每行一家，填单位全称。", max_length=200)


class Transfer(Section):
    """自筹研发资金往来凭证."""

    payer: Line = ask("付款单位")
    payee: Line = ask("收款单位")
    paid_on: Day = ask("日期")
    amount: float | None = ask("金额", unit="万元", ge=-1e9, le=1e9)


class Regulation(Section):
    """联盟相关管理制度."""

    name: Line = ask("制度名称")
    adopted_on: Day = ask("制定日期")


class Evidence(Section):
    """The materials of 三（二）1 to 7."""

    application_form: Document = group("申请表", Document)
    agreement: Document = group("协议书", Document)
    report: Report = group("论证报告", Report)
    people_lists: Paper = group("人员名单", Paper)
    charter: Document = group("章程", Document)
    operation: OperationProof = group("运行证明", OperationProof)
    proofs: Paper = group("成员单位证明材料", Paper)
    projects: tuple[JointProject, ...] = group("联合承担项目", tuple, max_length=200)
    projects_none: Text = ask("没有联合承担项目的原因")
    achievements: tuple[Achievement, ...] = group("科技成果", tuple, max_length=200)
    achievements_none: Text = ask("没有科技成果的原因")
    properties: tuple[SharedProperty, ...] = group("共有知识产权", tuple, max_length=200)
    properties_none: Text = ask("没有共有知识产权的原因")
    transfers: tuple[Transfer, ...] = group("自筹研发资金的往来凭证", tuple, max_length=200)
    transfers_none: Text = ask("没有自筹研发资金凭证的原因")
    regulations: tuple[Regulation, ...] = group("联盟相关管理制度", tuple, max_length=200)
    regulations_none: Text = ask("没有联盟相关管理制度的原因")
    truthfulness_signed: bool | None = ask("牵头单位已签署真实性承诺")
