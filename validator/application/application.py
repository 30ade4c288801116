"""The model of an application: all that one alliance declares."""

from __future__ import annotations

from functools import cached_property

from validator.application.agreement import Agreement
from validator.application.alliance import Alliance
from validator.application.base import Section, ask, group
from validator.application.credit import Partner
from validator.application.evidence import Evidence
from validator.application.funding import Funding
from validator.application.operation import Operation
from validator.application.organs import Organs
from validator.application.submission import Submission
from validator.application.text import Line
from validator.application.unit import Lead, Member, Unit

MEMBERS_MAX = 300


class Application(Section):
    """An application (申报), complete or not. Every answer may be missing."""

    notice: Line = ask("所申报的通知", help="通知编号。")
    alliance: Alliance = group("联盟基本情况", Alliance)
    lead: Lead = group("牵头单位", Lead)
    members: tuple[Member, ...] = group(
        "成员单位",
        tuple,
        help="牵头单位之外的成员；牵头单位已计为核心成员，不必重复列出。",
        max_length=MEMBERS_MAX,
    )
    has_partners: bool | None = ask(
        "有无合作单位",
        help="参与合作但未加入联盟的单位。答“无”时，已列的合作单位保留，但不计入核验和材料。",
    )
    partners: tuple[Partner, ...] = group(
        "合作单位",
        tuple,
        hidden_if=("has_partners", False),
        max_length=200,
    )
    agreement: Agreement = group("联盟协议", Agreement)
    organs: Organs = group("组织构架", Organs)
    funding: Funding = group("经费管理", Funding)
    operation: Operation = group("联盟运行", Operation)
    evidence: Evidence = group("申报材料", Evidence)
    submission: Submission = group("报送", Submission)

    @cached_property
    def units(self) -> tuple[tuple[str, Unit], ...]:
        """Lead and members, each after its JSON pointer; the lead first."""
        members = ((f"/members/{index}", unit) for index, unit in enumerate(self.members))
        return (("/lead", self.lead), *members)
