"""联盟协议 (三（一）4); each unit's signature is a part of the unit (`signature.py`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from validator.application.base import Section, ask, group
from validator.application.text import Day, Line, Name, Text


class Target(Section):
    """A target that can be counted (可量化指标)."""

    name: Line = ask("指标")
    value: Line = ask("数值", example="3 项")
    year: Annotated[int, Field(ge=1990, le=2099)] | None = ask("年度")


class Agreement(Section):
    """The agreement that the members signed."""

    effective_on: Day = ask(
        "协议生效日",
        help="发起成员全部签署并盖章之日；是运行时间的起算点之一。",
    )
    goals: Text = ask("协议中的产业发展目标")
    tasks: Text = ask("协议中的任务分工")
    targets: tuple[Target, ...] = group("可量化指标", tuple, max_length=50)
    has_other_parties: bool | None = ask("协议上是否另有未列入成员名单的签署单位")
    other_parties: tuple[Name, ...] | None = ask(
        "未列入成员名单的签署单位",
        help="每行一家，填单位全称。",
        shown_if=("has_other_parties", True),
        max_length=200,
    )
