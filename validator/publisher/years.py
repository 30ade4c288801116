"""Tells which years and days of a call contradict each other, as happens when last year's stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from validator.calls import Call
from validator.calls.places import place
from validator.chinese import in_chinese
from validator.publisher.printed import without_spaces

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=\s*年)")
_TITLE = "标题"


def contradictions(call: Call) -> Iterator[str]:
    """Tell the contradictions, a line each: file, key, reason and way out."""
    stated = {int(year) for year in _YEAR.findall(call.title)}
    if stated and call.year not in stated:
        years = "、".join(map(str, sorted(stated)))
        yield f"call.toml 的 year：是 {call.year}，title 里写的却是 {years} 年，请改其中一处"
    if _YEAR.search(call.programme):
        yield (
            f"call.toml 的 programme：不要写年份，年份写在 year 里；现在页面上会显示“{call.yearly}”"
        )
    for clause in call.clauses:
        if clause.position == _TITLE and without_spaces(clause.text) != without_spaces(call.title):
            yield (
                f"call.toml 的 title：与 notice.toml 的{_TITLE}“{clause.text.strip()}”不同，"
                "请改为一样"
            )
    yield from _days(call)
    for year in call.thresholds.business_years:
        if year > call.year:
            yield f"call.toml 的 thresholds.business_years：{year} 晚于年度 {call.year}，请核对"


def _days(call: Call) -> Iterator[str]:
    last = call.window.last_day
    if last < call.issued:
        yield (
            f"call.toml 的 window.last_day：{in_chinese(last)}早于发布日期（issued）"
            f"{in_chinese(call.issued)}，请改其中一天"
        )
    said = call.model_dump()
    days: list[tuple[tuple[str | int, ...], date]] = [
        (("issued",), call.issued),
        (("window", "last_day"), last),
        *((("deadlines", name, "day"), it.day) for name, it in call.deadlines.items()),
    ]
    if call.window.first_day:
        days.append((("window", "first_day"), call.window.first_day))
    ends = call.operating.ends if call.operating else ()
    days += [(("operating", "ends", number, "day"), it.day) for number, it in enumerate(ends)]
    for location, day in days:
        if abs(day.year - call.year) > 1:
            yield (
                f"{place(location, said)}：{in_chinese(day)}与年度（year）{call.year} "
                "相差一年以上，请核对是不是忘了改"
            )
    named = {"受理首日": call.window.first_day, "受理末日": last, "通知发布日": call.issued}
    for number, end in enumerate(ends):
        meant = named.get(end.name)
        if meant and meant != end.day:
            where = place(("operating", "ends", number, "day"), said)
            yield (
                f"{where}：“{end.name}”在这里是{in_chinese(end.day)}，"
                f"call.toml 别处写的是{in_chinese(meant)}，请改为同一天"
            )
    for name, deadline in call.deadlines.items():
        if deadline.day < call.issued:
            yield (
                f"{place(('deadlines', name, 'day'), said)}：{in_chinese(deadline.day)}早于发布日期"
                f"（issued）{in_chinese(call.issued)}，请改其中一天"
            )
