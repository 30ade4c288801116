"""The report of a check: one finding for each rule, and the outcome of all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict

from validator.calls import Call, Strength
from validator.calls.rule import numbers_in
from validator.fingerprint import fingerprint
from validator.words import Word


class Status(Word):
    """The result of a rule; HIT and NO_HIT are results of preferences only."""

    NOT_MET = "not_met", "不满足"
    MISSING = "missing", "待补充"
    REVIEW = "review", "需人工判断"
    MET = "met", "满足"
    NOT_APPLICABLE = "not_applicable", "不适用"
    HIT = "hit", "命中"
    NO_HIT = "no_hit", "未命中"


class Basis(Word):
    """How a finding was established."""

    CHECKED = "checked", "自动核验"
    DECLARED = "declared", "自述，未联网核验"
    JUDGEMENT = "judgement", "需人工"


class Outcome(Word):
    """The outcome of a whole check; no outcome is a plain 符合 (reading 4.24)."""

    NOT_MET = "not_met", "发现不满足项"
    INCOMPLETE = "incomplete", "待补充"
    NO_VIOLATION_FOUND = "no_violation_found", "未发现不符合"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's result.

    Attributes:
        rule: the rule's id.
        title: the rule's title.
        clause: the position of the clause in the notice; empty for a hint.
        anchor: the fragment of the clause's address on the notice page; empty for a hint.
        strength: how binding the notice's wording is.
        status: the result.
        basis: how the result was established.
        message: the result in a Chinese sentence.
        advice: what to do, in Chinese; may be empty.
        quote: the words of the notice that the rule decides.
        reading: the numbers of the readings applied where the notice is ambiguous, joined by 、.
        fields: JSON pointers of the answers that the rule read.
        settles: JSON pointers of the answers to look at next. While the result is 待补充: the blank
            answers that would decide the rule. When the result is 不满足 or 需人工判断: the answers
            for which it is so. Empty for other results.
    """

    rule: str
    title: str
    clause: str
    anchor: str
    strength: Strength
    status: Status
    basis: Basis
    message: str
    advice: str
    quote: str
    reading: str
    fields: tuple[str, ...]
    settles: tuple[str, ...]

    @property
    def readings(self) -> tuple[str, ...]:
        """The numbers of `reading`, one by one."""
        return numbers_in(self.reading)


class Report(BaseModel):
    """All findings of one check, in the order of the rules."""

    model_config = ConfigDict(frozen=True)

    notice: str
    fingerprint: str
    on: date | None
    outcome: Outcome
    summary: str
    counts: dict[Status, int]
    findings: tuple[Finding, ...]


def summarise(call: Call, on: date | None, findings: tuple[Finding, ...]) -> Report:
    """Return the report of some findings.

    Args:
        call: the call.
        on: the day of submission that was checked for; `None` if it is not known.
        findings: one for each rule.
    """
    tally = Counter(finding.status for finding in findings)
    counts = {status: tally[status] for status in Status}
    outcome = _outcome(findings)
    return Report(
        notice=call.id,
        fingerprint=fingerprint(call),
        on=on,
        outcome=outcome,
        summary=_sentence(outcome, counts, findings),
        counts=counts,
        findings=findings,
    )


def _outcome(findings: tuple[Finding, ...]) -> Outcome:
    binding = {finding.status for finding in findings if finding.strength.binding}
    if Status.NOT_MET in binding:
        return Outcome.NOT_MET
    return Outcome.INCOMPLETE if Status.MISSING in binding else Outcome.NO_VIOLATION_FOUND


def _sentence(outcome: Outcome, counts: dict[Status, int], findings: tuple[Finding, ...]) -> str:
    humans = counts[Status.REVIEW]
    review = f"，另有 {humans} 项需人工判断" if humans else ""
    missing = _missing(counts, findings)
    if outcome is Outcome.NOT_MET:
        unsettled = f"，{missing}" if missing else ""
        return f"发现 {counts[Status.NOT_MET]} 项不满足{unsettled}{review}"
    if outcome is Outcome.INCOMPLETE:
        return f"尚有 {missing}{review}"
    return f"已核验条款未发现不符合{review}"


def _missing(counts: dict[Status, int], findings: tuple[Finding, ...]) -> str:
    binding = sum(f.status is Status.MISSING and f.strength.binding for f in findings)
    others = counts[Status.MISSING] - binding
    aside = f"（非约束性条款和提示另有 {others} 项，不影响结论）" if others else ""
    return f"{binding} 项待补充{aside}" if binding else ""
