"""联盟运行 (三（一）6): when the alliance began to run, and the records that prove it."""

from __future__ import annotations

from validator.application.base import Section, ask, group
from validator.application.choices import RecordKind
from validator.application.text import Day, Line

_CLAUSE = "三（一）6"


class OperatingRecord(Section):
    """One dated record of the alliance at work."""

    held_on: Day = ask("日期", clause=_CLAUSE)
    kind: RecordKind | None = ask("种类", clause=_CLAUSE)
    title: Line = ask("内容", clause=_CLAUSE, example="第一次技术对接会纪要")
    evidence: bool | None = ask("已附证明", clause=_CLAUSE)


class Operation(Section):
    """The alliance's founding meeting and its records.

    The years may also be counted from 协议生效日 (`agreement.py`) and 章程通过日 (`organs.py`).
    """

    had_founding_meeting: bool | None = ask("是否召开过成立大会", clause=_CLAUSE)
    founding_meeting_on: Day = ask(
        "成立大会日期", clause=_CLAUSE, shown_if=("had_founding_meeting", True)
    )
    records: tuple[OperatingRecord, ...] = group("运行记录", tuple, clause=_CLAUSE, max_length=300)
