"""联盟运行 (三（一）6): when the alliance began to run, and the records that prove it."""

from __future__ import annotations

from validator.application.base import Section, ask, group
from validator.application.choices import RecordKind
from validator.application.text import Day, Line


class OperatingRecord(Section):
    """One dated record of the alliance at work."""

    held_on: Day = ask("日期")
    kind: RecordKind | None = ask("种类")
    title: Line = ask("内容", example="第一次技术对接会纪要")
    evidence: bool | None = ask("已附证明")


class Operation(Section):
    """The alliance's founding meeting and its records.

    The years may also be counted from 协议生效日 (`agreement.py`) and 章程通过日 (`organs.py`).
    """

    had_founding_meeting: bool | None = ask("是否召开过成立大会")
    founding_meeting_on: Day = ask("成立大会日期", shown_if=("had_founding_meeting", True))
    records: tuple[OperatingRecord, ...] = group("运行记录", tuple, max_length=300)
