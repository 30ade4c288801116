"""The rule about how long the alliance has run."""

from __future__ import annotations

from datetime import date

from validator.calls import Call
from validator.case import Case, at, blanks, each, given, unanswered
from validator.case.answers import UnitAnswers
from validator.chinese import figure, in_chinese
from validator.rules.agreement import NOT_SIGNED, founders, last_founding_signature
from validator.rules.days import years_after, years_in_words
from validator.rules.mechanisms.answered import Sentence
from validator.rules.rule import Verdict, declared, judge, missing, needed, not_met, review
from validator.rules.units import labels, submission_day


@judge("met not_met review missing", needs="operating")
def operated_a_year(
    case: Case,
    *,
    in_force: Sentence = "协议自各方签署、盖章后生效；请先补齐签署和盖章。",
) -> Verdict:
    """The alliance has run for the years asked, on each reading of when the years begin and end.

    `in_force` tells when an agreement takes effect, where a founder has not signed or sealed.
    """
    on = submission_day(case)
    starts = _starts(case)
    known = [day for day in starts.values() if day]
    blank = (
        *unanswered(case.agreement, "effective_on"),
        *unanswered(case.organs.charter, "passed_on"),
        *_meeting_open(case),
    )
    operating = needed(case.call.operating)
    years, ends = operating.years, [end.day for end in operating.ends]
    full = {name: years_after(day, years) for name, day in starts.items() if day}
    if not blank and min(full.values()) > max(ends):
        return not_met(
            f"最早的起算日为{in_chinese(min(known))}，"
            f"到受理末日{in_chinese(max(ends))}也不满 {years} 年。",
            f"满 {years} 年须等到{in_chinese(min(full.values()))}，晚于本次受理末日。",
            *_start_places(case),
        )
    straddles = known and max(full.values()) > min(ends) and min(full.values()) <= max(ends)
    if straddles:
        return review(_between(full, case.call, on), _when_full(case), *blank)
    if blank:
        return missing(
            "运行时间的起算日（协议生效日、章程通过日、成立大会日期）尚未填全。",
            *blank,
            *_records_open(case),
        )
    unsealed = [unit for unit in founders(case) if _is_not_in_force(unit)]
    if unsealed:
        return review(
            f"{labels(unsealed)}尚未签署或盖章，协议是否已于所填日期生效无从认定。",
            in_force,
            *each((unit.signature for unit in unsealed), "kind", "sealed"),
        )
    return _records(case)


def _starts(case: Case) -> dict[str, date | None]:
    """Return every day from which the years may be counted (reading 4.3); None while not given.

    An agreement takes effect once the last founder has signed and sealed it (三（一）4), so an
    earlier day that the applicant states does not count. A member who joins later and then signs
    does not make the years begin anew.
    """
    declared, signed = case.agreement.effective_on, last_founding_signature(case)
    return {
        "协议生效日": max(declared, signed or declared) if declared else None,
        "章程通过日": case.organs.charter.passed_on,
        "成立大会日": case.operation.founding_meeting_on,
    }


def full_on(case: Case) -> date | None:
    """Return the day by which the years are full from every known start; None without a start."""
    years = needed(case.call.operating).years
    return max((years_after(day, years) for day in _starts(case).values() if day), default=None)


def _start_places(case: Case) -> tuple[str, ...]:
    """Return the places of the answers from which `_starts` counts."""
    meeting = case.operation.founding_meeting_on
    return (
        *at(case.agreement, "effective_on"),
        *at(case.organs.charter, "passed_on"),
        *(at(case.operation, "founding_meeting_on") if meeting else ()),
    )


def _is_not_in_force(unit: UnitAnswers) -> bool:
    signature = unit.signature
    return signature.kind in NOT_SIGNED or signature.sealed is False


def _meeting_open(case: Case) -> tuple[str, ...]:
    if case.operation.had_founding_meeting:
        return unanswered(case.operation, "founding_meeting_on")
    return unanswered(case.operation, "had_founding_meeting")


def _between(full: dict[str, date], call: Call, on: date | None) -> str:
    operating = needed(call.operating)
    ends = {end.name: end.day for end in operating.ends} | ({"拟报送日": on} if on else {})
    return (
        f"是否满 {operating.years} 年取决于起止日的算法："
        + "；".join(
            f"按{start}计，{in_chinese(day)}满（{_passes(day, ends)}）"
            for start, day in full.items()
        )
        + "。"
    )


def _passes(day: date, ends: dict[str, date]) -> str:
    full = [name for name, end in ends.items() if day <= end]
    short = [name for name in ends if name not in full]
    words = [("、".join(full), "已满"), ("、".join(short), "未满")]
    return "，".join(f"到{names}{word}" for names, word in words if names)


def _when_full(case: Case) -> str:
    day, call, years = given(full_on(case)), case.call, needed(case.call.operating).years
    if call.opens < day <= call.window.last_day:
        return f"{in_chinese(day)}起报送，按各起算日均满 {years} 年。"
    if day <= call.opens:
        return f"在受理期内报送，按各起算日均满 {years} 年；请电询以哪一天为截止。"
    return f"按最晚的起算日，{in_chinese(day)}才满 {years} 年；请电询起算日。"


def _records_open(case: Case) -> tuple[str, ...]:
    """Return the blanks of the records; the list itself where no blank and no proof is found."""
    begun = blanks(case.operation.records, "held_on", "evidence")
    proven = any(row.held_on and row.evidence for row in case.operation.records)
    return tuple(begun) if begun or proven else at(case.operation, "records")


def _records(case: Case) -> Verdict:
    """Decide by the records of the alliance at work, where the dates hold on every reading."""
    call, years = case.call, needed(case.call.operating).years
    end = min(max(case.on or call.opens, call.issued), call.window.last_day)
    start = years_after(end, -years)
    middle = start + (end - start) / 2
    year, half = f"{in_chinese(start)}至{in_chinese(end)}", _half(years)
    records = case.operation.records
    proven = [row.held_on for row in records if row.held_on and row.evidence]
    halves = (
        sum(start <= day < middle for day in proven),
        sum(middle <= day <= end for day in proven),
    )
    if all(halves):
        return declared(
            f"各起算日均已满{years_in_words(years)}；{year}前后两个{half}"
            f"各有 {halves[0]}、{halves[1]} 条附证明的运行记录。"
        )
    blank = blanks(records, "held_on", "evidence")
    ahead = _ahead(proven, end)
    if any(halves) and not blank:
        return review(
            f"日期满足；{year}只有{'前' if halves[0] else '后'}{half}有附证明的运行记录{ahead}。",
            f"建议两个{half}各有至少一条记录（本站建议，非通知要求）。",
            *at(case.operation, "records"),
        )
    if proven:
        return missing(
            f"日期满足；附证明的运行记录有 {len(proven)} 条，{year}前后两个{half}还不全{ahead}。",
            *blank,
            *at(case.operation, "records"),
        )
    return missing(
        "日期满足，运行证据待核：尚无附证明的运行记录。", *blank, *at(case.operation, "records")
    )


def _half(years: int) -> str:
    """Name half of some years: 半年 of one, 一年 of two."""
    return {1: "半年", 2: "一年"}.get(years, f" {figure(years / 2)} 年")


def _ahead(days: list[date], end: date) -> str:
    """Say how many records are dated after the year that counts, and so prove nothing of it."""
    later = sum(day > end for day in days)
    return f"，另有 {later} 条日期晚于{in_chinese(end)}，不计入" if later else ""
