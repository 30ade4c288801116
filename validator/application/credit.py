"""诚信 (三（一）7): what each unit declares about its credit; no register is queried."""

from __future__ import annotations

from validator.application.base import Section, ask, group
from validator.application.choices import QueryResult
from validator.application.text import Day, Line


class MisconductRecord(Section):
    """科研严重失信行为记录."""

    conduct: Line = ask("失信行为")
    ends_on: Day = ask("惩戒截止日", help="处理决定所载惩戒期的最后一日。")
    open_ended: bool | None = ask("惩戒期无截止日或为永久")


class CreditQuery(Section):
    """A query of a credit register that the applicant made: where, when, with which result."""

    channel: Line = ask(
        "查询渠道",
        help="通知未指定渠道，可查信用中国、国家企业信用信息公示系统、中国执行信息公开网等。",
        example="信用中国",
    )
    queried_on: Day = ask("查询日期")
    result: QueryResult | None = ask("有无“黑名单”记录")


class Credit(Section):
    """A unit's credit statement."""

    good_standing: bool | None = ask("诚信状况良好（已出具声明）")
    has_misconduct: bool | None = ask("有无科研严重失信行为记录")
    misconduct: tuple[MisconductRecord, ...] = group("科研严重失信行为记录", tuple, max_length=20)
    queries: tuple[CreditQuery, ...] = group("信用查询", tuple, max_length=20)

    @property
    def misconduct_declared(self) -> bool | None:
        """Whether there is a record; a listed record counts even where the answer is 无."""
        return True if self.misconduct else self.has_misconduct

    @property
    def blacklisted(self) -> bool | None:
        """Whether a query found a record; None without queries, or while one has no result."""
        results = [query.result for query in self.queries]
        if QueryResult.FOUND in results:
            return True
        return False if results and None not in results else None

    @property
    def clear(self) -> bool:
        """Whether the unit declares all that 三（一）7 asks, and lists nothing against it."""
        spotless = self.misconduct_declared is False and self.blacklisted is not True
        return bool(self.good_standing and spotless)


class Partner(Section):
    """合作单位: a unit that co-operates and is no member of the alliance (reading 4.8)."""

    name: Line = ask("单位全称")
    credit: Credit = group("诚信状况", Credit)
