"""申报材料 (三（二）): the alliance's papers; the papers of each unit are in `unit.py`."""

from __future__ import annotations

from validator.application.base import Section, ask, group
from validator.application.text import Day, Line, Name, Text

_CLAUSE = "三（二）7"
_Names = tuple[Name, ...]


class Paper(Section):
    """One of the materials, and the alliance's name as printed on it."""

    alliance_name: Line = ask("该材料上的联盟名称", help="用于核对各处名称是否一致。")


class Document(Paper):
    """One of the materials that is a document of its own, and whether that document is ready."""

    ready: bool | None = ask("已备齐", clause="三（二）")


class Report(Document):
    """论证报告, and whether it has both parts that the notice asks for."""

    necessity: bool | None = ask("含必要性论证", clause="三（二）3")
    feasibility: bool | None = ask("含可行性论证", clause="三（二）3")


class OperationProof(Paper):
    """运行证明 (三（二）6), and which of its three parts are ready."""

    records: bool | None = ask("运行一年以上证明材料", clause="三（二）6")
    mechanism: bool | None = ask("运行体制机制说明", clause="三（二）6")
    structure: bool | None = ask("组织架构说明", clause="三（二）6")


class JointProject(Section):
    """联合承担项目."""

    name: Line = ask("项目名称", clause=_CLAUSE)
    participants: _Names | None = ask(
        "参与单位", clause=_CLAUSE, help="每行一家，填单位全称。", max_length=200
    )


class Achievement(Section):
    """科技成果."""

    name: Line = ask("成果名称", clause=_CLAUSE)
    proof: Line = ask("证明", clause=_CLAUSE, example="科技成果登记证书")


class SharedProperty(Section):
    """共有知识产权."""

    name: Line = ask("名称及证号", clause=_CLAUSE)
    owners: _Names | None = ask(
        "权利人", clause=_CLAUSE, help="每行一家，填单位全称。", max_length=200
    )


class Transfer(Section):
    """自筹研发资金往来凭证."""

    payer: Line = ask("付款单位", clause=_CLAUSE)
    payee: Line = ask("收款单位", clause=_CLAUSE)
    paid_on: Day = ask("日期", clause=_CLAUSE)
    amount: float | None = ask("金额", clause=_CLAUSE, unit="万元", ge=-1e9, le=1e9)


class Regulation(Section):
    """联盟相关管理制度."""

    name: Line = ask("制度名称", clause=_CLAUSE)
    adopted_on: Day = ask("制定日期", clause=_CLAUSE)


class Evidence(Section):
    """The materials of 三（二）1 to 7."""

    application_form: Document = group("申请表", Document, clause="三（二）1")
    agreement: Document = group("协议书", Document, clause="三（二）2")
    report: Report = group("论证报告", Report, clause="三（二）3")
    people_lists: Paper = group("人员名单", Paper, clause="三（二）4")
    charter: Document = group("章程", Document, clause="三（二）5")
    operation: OperationProof = group("运行证明", OperationProof, clause="三（二）6")
    proofs: Paper = group("成员单位证明材料", Paper, clause=_CLAUSE)
    projects: tuple[JointProject, ...] = group(
        "联合承担项目", tuple, clause=_CLAUSE, max_length=200
    )
    projects_none: Text = ask("没有联合承担项目的原因", clause=_CLAUSE)
    achievements: tuple[Achievement, ...] = group("科技成果", tuple, clause=_CLAUSE, max_length=200)
    achievements_none: Text = ask("没有科技成果的原因", clause=_CLAUSE)
    properties: tuple[SharedProperty, ...] = group(
        "共有知识产权", tuple, clause=_CLAUSE, max_length=200
    )
    properties_none: Text = ask("没有共有知识产权的原因", clause=_CLAUSE)
    transfers: tuple[Transfer, ...] = group(
        "自筹研发资金往来凭证", tuple, clause=_CLAUSE, max_length=200
    )
    transfers_none: Text = ask("没有自筹研发资金往来凭证的原因", clause=_CLAUSE)
    regulations: tuple[Regulation, ...] = group(
        "联盟相关管理制度", tuple, clause=_CLAUSE, max_length=200
    )
    regulations_none: Text = ask("没有联盟相关管理制度的原因", clause=_CLAUSE)
    truthfulness_signed: bool | None = ask(
        "牵头单位已签署真实性承诺",
        clause="三（二）",
        help="对所提交的材料真实性负责，无虚假信息资料。",
    )
