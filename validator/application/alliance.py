"""联盟基本情况: the alliance itself, its legal entity, and the narrative of the 申请表."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from validator.application.base import Section, ask, group
from validator.application.choices import Recognition
from validator.application.codes import Uscc
from validator.application.text import Line, Name, Text

_Count = Annotated[int, Field(ge=0, le=1000)]


class Entity(Section):
    """A legal entity that the alliance has founded, if it has (一)."""

    formed: bool | None = ask("是否已成立法人实体")
    name: Line = ask("法人实体名称", shown_if=("formed", True))
    uscc: Uscc = ask("法人实体统一社会信用代码", shown_if=("formed", True))
    shareholders: tuple[Name, ...] | None = ask(
        "股东单位",
        help="每行一家，填单位全称。",
        shown_if=("formed", True),
        max_length=200,
    )


class Counts(Section):
    """The numbers of members as the applicant states them; rule C7 compares them with the list."""

    total: _Count | None = ask("成员总数", unit="家")
    core: _Count | None = ask("核心成员数", unit="家")
    enterprise: _Count | None = ask("企业", unit="家")
    university: _Count | None = ask("高校", unit="家")
    institute: _Count | None = ask("科研机构", unit="家")
    finance: _Count | None = ask("金融组织", unit="家")
    intermediary: _Count | None = ask("科技中介", unit="家")
    marketing: _Count | None = ask("营销机构", unit="家")
    other: _Count | None = ask("其他", unit="家")


class Narrative(Section):
    """The narrative parts of the 申请表: texts about the alliance that people read."""

    background: Text = ask("组建背景与必要性摘要")
    goals: Text = ask("目标与任务", help="总体目标、年度任务、可量化的指标。")
    mechanism: Text = ask("组织机构与运行机制")
    funding: Text = ask("经费筹集与管理")
    intellectual_property: Text = ask("知识产权与利益分配")
    results: Text = ask("运行一年成效", help="活动、项目、成果、标准、人才。")


class Alliance(Section):
    """The alliance itself."""

    name: Line = ask("联盟名称")
    chains: tuple[Name, ...] | None = ask("所属重点产业链", max_length=20)
    towns: tuple[Name, ...] | None = ask("所属特色专业镇", max_length=20)
    other_field: Line = ask("其他领域")
    other_field_reason: Text = ask("其他领域与产业转型布局的关系", help="选择“其他领域”时必填。")
    demand: Text = ask("符合产业需求和政策导向的说明")
    recognised: Recognition | None = ask("是否曾获认定")
    entity: Entity = group("法人实体", Entity)
    liability_subject: Line = ask("对外承担责任的主体", help="填一家成员单位或联盟法人实体的全称。")
    members_listed: bool | None = ask(
        "成员单位是否已全部列出",
        help="答“是”之前，家数不足只提示“待补充”，不判为不满足。",
    )
    size_reason: Text = ask(
        "成员总数超过一般上限的说明",
        help="仅当成员总数超过通知所写的一般上限时填写。",
    )
    counts: Counts = group("申请表所填成员数", Counts)
    narrative: Narrative = group("联盟情况说明", Narrative)
