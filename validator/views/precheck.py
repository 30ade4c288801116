"""What a pre-check comes to: what would stop an application, what is settled, what to prepare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validator.application.pointers import label
from validator.calls import Kind
from validator.precheck.questions import PreCheck
from validator.precheck.speaking import Question, about, all_questions, answered, speaks_to
from validator.report import Status
from validator.rules import rules_of
from validator.views.links import Links
from validator.views.render import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validator.calls import Call
    from validator.problems import Problem
    from validator.report import Finding, Report

_BY_HAND = ("签署", "盖章")
"""Words of the notice for what people do on paper."""
_SETTLED = (Status.MET, Status.HIT)


@dataclass(frozen=True, slots=True)
class PreCheckOutcome:
    """The findings of a check as a pre-check tells them; each stands in one list at most.

    `begun` are those that the answers speak to and that need more; `unasked` how many binding
    rules wait for answers that the pre-check does not ask for. `answered` are the numbers of the
    sections that have an answer.
    """

    stopped: tuple[Finding, ...]
    review: tuple[Finding, ...]
    met: tuple[Finding, ...]
    begun: tuple[Finding, ...]
    by_hand: tuple[Finding, ...]
    evidence: tuple[Finding, ...]
    unasked: int
    answered: frozenset[int]

    @property
    def summary(self) -> str:
        """The whole in one line; never a plain 符合 (reading 4.24)."""
        if not self.answered:
            return "答一问就有结果"
        review = f"另有 {len(self.review)} 项需人工判断"
        if self.stopped:
            return f"会被挡住 {len(self.stopped)} 项，{review}"
        return f"已答的未发现不符合，{review}"

    @property
    def questions(self) -> int:
        """How many sections of questions there are."""
        return len(PreCheck.model_fields)


def outcome(report: Report, answers: PreCheck, call: Call) -> PreCheckOutcome:
    """Sort a report for someone who has answered only the pre-check.

    Args:
        report: the check of the pre-check's application.
        answers: the pre-check.
        call: the call that was checked for.
    """
    kinds = {rule.id: rule.kind for rule in rules_of(call)}
    findings, given = report.findings, answered(answers)
    missing = [f for f in findings if f.status is Status.MISSING and f.strength.binding]
    by_hand = [f for f in missing if any(word in f.quote for word in _BY_HAND)]
    evidence = [f for f in missing if kinds[f.rule] is Kind.EVIDENCE and f not in by_hand]
    return PreCheckOutcome(
        stopped=tuple(f for f in findings if f.status is Status.NOT_MET),
        review=tuple(f for f in findings if f.status is Status.REVIEW),
        met=tuple(f for f in findings if f.status in _SETTLED),
        begun=tuple(f for f in missing if f not in evidence and about(f.fields, given)),
        by_hand=tuple(by_hand),
        evidence=tuple(evidence),
        unasked=sum(not speaks_to(f) for f in missing),
        answered=frozenset(question.number for question in given),
    )


def pre_check(
    found: PreCheckOutcome,
    problems: Iterable[Problem],
    call: Call,
    links: Links,
) -> str:
    """Return the result of a pre-check.

    Args:
        found: what `outcome` said.
        problems: answers that could not be used.
        call: the call.
        links: where the pages stand that it links to.
    """
    anchors = {clause.position: clause.anchor for clause in call.clauses}
    listed = {item.position for item in call.materials}
    return (
        environment()
        .get_template("precheck.html.j2")
        .render(
            found=found,
            problems=tuple(problems),
            unanswered=[q for q in _first(all_questions()) if q.number not in found.answered],
            changeable=lambda f: _first(
                about(f.settles, all_questions()) or about(f.fields, all_questions())
            ),
            wanting=lambda f: tuple(_wanting(f)),
            evidence=[f for f in found.evidence if f.clause not in listed],
            materials=[(item, links.clause(anchors[item.position])) for item in call.materials],
            links=links,
        )
    )


def _wanting(finding: Finding) -> Iterator[str]:
    """What would settle a finding, rows taken together: 成员单位 › 统一社会信用代码."""
    places = (
        "/".join(step for step in place.split("/") if not step.isdigit())
        for place in finding.settles
    )
    return map(label, dict.fromkeys(places))


def _first(questions: Iterable[Question]) -> list[Question]:
    """The first of some questions in every section."""
    return list({question.number: question for question in reversed([*questions])}.values())[::-1]
