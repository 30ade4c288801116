"""Rules about the units' credit (诚信), and about the regulation that the call refers to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from validator.application.choices import QueryResult
from validator.application.membership import count
from validator.application.names import same_name
from validator.calls import Call
from validator.case import Case, at, blanks, each, given, unanswered
from validator.case.answers import (
    CreditAnswers,
    MisconductRecordAnswers,
    PartnerAnswers,
    UnitAnswers,
)
from validator.chinese import in_chinese
from validator.rules.mechanisms.answered import Sentence
from validator.rules.rule import Verdict, declared, judge, missing, needed, not_met, review
from validator.rules.units import labels, submission_day, units, unlisted


@judge("met not_met missing")
def good_standing(case: Case) -> Verdict:
    """Lead, members and partners declare that their credit is good."""
    everyone = _everyone(case)
    bad = [unit for unit in everyone if unit.credit.good_standing is False]
    if bad:
        return not_met(
            f"{labels(bad)}未能声明诚信状况良好。",
            "请核实；不具备的单位不宜参加。",
            *each((unit.credit for unit in bad), "good_standing"),
        )
    blank = blanks((unit.credit for unit in everyone), "good_standing")
    words, places = _open_units(case)
    if blank:
        return missing(f"诚信声明还有 {len(blank)} 项未填。", *blank, *places)
    if places:
        return missing(words, *places)
    return declared(f"依托、参与、合作单位共 {count(everyone)} 家均自述诚信状况良好。")


@judge("met not_met review missing")
def no_misconduct(
    case: Case, *, record: Sentence = "科研失信记录", running: Sentence = "惩戒期内"
) -> Verdict:
    """No record of research misconduct whose penalty runs on the day of submission.

    `record` is what the call names such a record, `running` what it names the time of the penalty.
    """
    on = submission_day(case)
    everyone = _everyone(case)
    records = [(unit, it) for unit in everyone for it in unit.credit.misconduct]
    in_force = [(unit, it) for unit, it in records if _is_in_force(it, on)]
    denied = [unit for unit, _ in in_force if unit.credit.has_misconduct is False]
    in_force = [(unit, it) for unit, it in in_force if unit not in denied]
    if in_force:
        punished = list(dict.fromkeys(unit for unit, _ in in_force))
        return not_met(
            f"{labels(punished)}有在{running}的{record}。",
            _way_out(punished, [it for _, it in in_force], case.call),
            *each((unit.credit for unit in punished), "misconduct"),
        )
    if denied:
        return review(
            f"{labels(denied)}答“无”{record}，却列有在{running}的记录。",
            "请核实：确有记录的改答“有”；没有的删去所列记录。",
            *each((unit.credit for unit in denied), "has_misconduct", "misconduct"),
        )
    blank = [place for unit in everyone for place in _misconduct_open(unit.credit)]
    undated = (it for _, it in records if not it.ends_on)  # open-ended records were decided above
    blank += blanks(undated, "ends_on")
    words, places = _open_units(case)
    if records and on is None:
        places = (*at(case.submission, "planned_on"), *places)
        words = "尚未填写拟报送日期，不能判断惩戒期是否已满。"
    if blank:
        return missing(f"科研失信记录还有 {len(blank)} 项未填。", *blank, *places)
    if places:
        return missing(words, *places)
    ended = f"，{len(records)} 条记录惩戒期已满" if records else ""
    return declared(f"{count(everyone)} 家单位均自述无在{running}的记录{ended}（自述，未核验）。")


@judge("met not_met missing", needs="thresholds.credit_query_days")
def no_blacklist(case: Case) -> Verdict:
    """A query, recent on the day of submission, has found no blacklist record of any unit."""
    on = submission_day(case)
    everyone, days = _everyone(case), needed(case.call.thresholds.credit_query_days)
    listed = [
        unit
        for unit in everyone
        if any(query.result is QueryResult.FOUND for query in unit.credit.queries)
    ]
    if listed:
        return not_met(
            f"{labels(listed)}查询结果为“有”黑名单记录。",
            f"移出“黑名单”后重新查询，并删去旧的查询记录；本次来不及的，请{_without(listed)}。",
            *each((unit.credit for unit in listed), "queries"),
        )
    stale = [unit for unit in everyone if not _has_fresh_query(unit.credit, on, days)]
    words, places = _open_units(case)
    if on is None:
        places = (*at(case.submission, "planned_on"), *places)
    if stale and on is None and all(_has_clear_query(unit.credit) for unit in everyone):
        return missing("尚未填写拟报送日期，不能判断查询是否在有效期内。", *places)
    early = [unit for unit in stale if _queried_after(unit.credit, on)]
    stale = [unit for unit in stale if unit not in early]
    said = [
        f"{labels(early)}的查询日期晚于拟报送日，报送时还没有这项结果，请核对两个日期。"
        if early
        else "",
        f"{labels(stale)}没有距拟报送日 {days} 日内、注明渠道的查询结果"
        f"（{days} 日为本站建议，非通知要求）。"
        if stale
        else "",
    ]
    if any(said):
        return missing(
            "".join(said),
            *each((unit.credit for unit in early), "queries"),
            *(at(case.submission, "planned_on") if early else ()),
            *(place for unit in stale for place in _queries_open(unit.credit)),
            *places,
        )
    if places:
        return missing(words, *places)
    return declared(f"{count(everyone)} 家单位均有 {days} 日内的查询结果，均为“无”。")


@judge("review", needs="regulation")
def regulation(case: Case) -> Verdict:
    """The regulation that the call refers to is left to people: its text is not public."""
    return review(
        f"本站未收存{case.call.regulation}原文，须由人工对照。", "向受理部门索取原文并逐条对照。"
    )


def _everyone(case: Case) -> list[UnitAnswers | PartnerAnswers]:
    """Return 依托单位、参与单位 and 合作单位: the lead, the members, the partners (reading 4.8)."""
    return [*units(case), *case.partners]


def _open_units(case: Case) -> tuple[str, tuple[str, ...]]:
    """Say why the list of units is not complete, and which answers would complete it.

    Where the list is complete there are no such answers, and the sentence does not count.
    """
    host = case.organs.office.host
    if host and not any(same_name(host, unit.name) for unit in _everyone(case)):
        words = f"执行机构依托单位“{host}”不在成员或合作单位中，也须声明，请列入合作单位。"
        named = blanks(_everyone(case), "name")
        return words, (
            *at(case.organs.office, "host"),
            *named,
            *at(case, "partners"),
            *unlisted(case),
        )
    if case.has_partners is None and not case.partners:
        return "尚未填写有无合作单位。", (*at(case, "has_partners"), *unlisted(case))
    if case.has_partners and not case.partners:
        return "有合作单位，尚未列出。", (*at(case, "partners"), *unlisted(case))
    return "成员名单尚未列全。", unlisted(case)


def _is_in_force(record: MisconductRecordAnswers, on: date | None) -> bool:
    if record.open_ended:
        return True
    return bool(record.ends_on and on and record.ends_on >= on)


def _way_out(
    punished: list[UnitAnswers | PartnerAnswers],
    records: list[MisconductRecordAnswers],
    call: Call,
) -> str:
    """Advise to wait where all penalties end within the window, else to go on without the units."""
    if any(record.open_ended for record in records):
        return f"惩戒期没有截止日，等不到期满；请{_without(punished)}。"
    ends, last = max(given(record.ends_on) for record in records), call.window.last_day
    if ends < last:
        return f"惩戒期至{in_chinese(ends)}，可在其后的受理期内报送，或{_without(punished)}。"
    return f"惩戒期至{in_chinese(ends)}，本次受理期内不会期满；请{_without(punished)}。"


def _without(some: list[UnitAnswers | PartnerAnswers]) -> str:
    """Advise how to go on without some units: a lead is replaced, since no list holds the lead."""
    lead = any(unit.pointer == "/lead" for unit in some)
    others = len(some) > lead
    ways = (
        "更换牵头单位" if lead else "",
        "更换该成员或合作单位，或将其移出名单" if others else "",
    )
    return "，".join(filter(None, ways))


def _misconduct_open(credit: CreditAnswers) -> Iterator[str]:
    if credit.has_misconduct is None and not credit.misconduct:
        yield from at(credit, "has_misconduct")
    elif credit.has_misconduct and not credit.misconduct:
        yield from at(credit, "misconduct")


def _queries_open(credit: CreditAnswers) -> tuple[str, ...]:
    """Return the blanks of the first query that was begun; the list of queries if none was."""
    begun = (unanswered(query, "channel", "queried_on", "result") for query in credit.queries)
    return next(filter(None, begun), at(credit, "queries"))


def _queried_after(credit: CreditAnswers, on: date | None) -> bool:
    """Whether a query is dated after the day of submission, on which it has no result yet."""
    return any(on and query.queried_on and query.queried_on > on for query in credit.queries)


def _has_clear_query(credit: CreditAnswers) -> bool:
    return any(
        query.channel and query.result is QueryResult.CLEAR and query.queried_on
        for query in credit.queries
    )


def _has_fresh_query(credit: CreditAnswers, on: date | None, days: int) -> bool:
    return any(
        query.channel
        and query.result is QueryResult.CLEAR
        and query.queried_on
        and on
        and timedelta(0) <= on - query.queried_on <= timedelta(days)
        for query in credit.queries
    )
