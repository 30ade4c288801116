"""报送 (四): the day, the recommending body, the printed materials, the disc."""

from __future__ import annotations

from validator.application.base import Section, ask
from validator.application.choices import Delivery, Medium, Recommender
from validator.application.text import Day, Line


class Submission(Section):
    """How and when the materials are handed in."""

    planned_on: Day = ask("拟报送日期", help="核验以这一天为准。")
    delivery: Delivery | None = ask("报送方式")
    recommender_kind: Recommender | None = ask("组织推荐单位类型")
    recommender: Line = ask("组织推荐单位")
    opinion: bool | None = ask("推荐单位已出具审核意见")
    opinion_sealed: bool | None = ask("审核意见已盖章")
    filled_on: Day = ask("填报日期")
    bound_in_order: bool | None = ask("全套材料按通知顺序装订成册")
    duplex_a4: bool | None = ask("A4 纸双面打印")
    glued: bool | None = ask("胶装")
    sealed_by_lead: bool | None = ask("牵头单位已在封面和意见栏盖章")
    sealed_by_recommender: bool | None = ask("推荐单位已在封面和意见栏盖章")
    copies: int | None = ask("书面材料份数", unit="份", ge=0, le=1000)
    medium: Medium | None = ask("电子版载体")
    medium_label: Line = ask("载体上标注的联盟名称", hidden_if=("medium", "none"))
    summary_table: bool | None = ask("汇总表由推荐单位一并报送", help="汇总表由组织推荐单位提供。")
