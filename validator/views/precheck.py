"""The result of a pre-check: what would stop an application, what is settled, what to prepare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validator.application.asked import asked_by
from validator.application.pointers import label
from validator.calls import Kind
from validator.precheck.speaking import Question, about, all_questions, answered, speaks_to
from validator.report import Status
from validator.rules import rules_of
from validator.views.links import Links
from validator.views.render import environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validator.calls import Call
    from validator.precheck.questions import PreCheck
    from validator.problems import Problem
    from validator.report import Finding, Report

_BY_HAND = ("签署", "盖章")
"""Words by which a clause of the notice asks for something done on paper."""
_SETTLED = (Status.MET, Status.HIT)


@dataclass(frozen=True, slots=True)
class PreCheckOutcome:
    """The findings of a check, sorted for someone who has answered only a pre-check.

    Attributes:
        stopped: findings that are not met.
        review: findings that people have to judge.
        met: findings that are met, and preferences that apply.
        begun: open findings of which the pre-check has some answers and needs more.
        by_hand: open findings about signatures and seals.
        evidence: open findings about papers.
        unasked: the number of open binding findings that no question of the pre-check is about.
        answered: the numbers of the sections that have an answer.
        of: the model of the pre-check.
    """

    stopped: tuple[Finding, ...]
    review: tuple[Finding, ...]
    met: tuple[Finding, ...]
    begun: tuple[Finding, ...]
    by_hand: tuple[Finding, ...]
    evidence: tuple[Finding, ...]
    unasked: int
    answered: frozenset[int]
    of: type[PreCheck]

    @property
    def summary(self) -> str:
        """The result in one line, which is never a plain 符合 (reading 4.24)."""
        if not self.answered:
            return "答一问就有结果"
        humans = len(self.review)
        review = f"，另有 {humans} 项需人工判断" if humans else ""
        if self.stopped:
            return f"会被挡住 {len(self.stopped)} 项{review}"
        return f"已答的未发现不符合{review}"

    @property
    def questions(self) -> int:
        """The number of the pre-check's sections."""
        return len(self.of.model_fields)


def outcome(report: Report, answers: PreCheck, call: Call) -> PreCheckOutcome:
    """Sort a report for someone who has answered only the pre-check.

    Args:
        report: the report of the application that the pre-check was turned into.
        answers: the answers of the pre-check.
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
        unasked=sum(not speaks_to(f, type(answers)) for f in missing),
        answered=frozenset(question.number for question in given),
        of=type(answers),
    )


def pre_check(
    found: PreCheckOutcome,
    problems: Iterable[Problem],
    call: Call,
    links: Links,
) -> str:
    """Return the result of a pre-check as HTML.

    Args:
        found: the result of `outcome`.
        problems: answers that could not be used.
        call: the call.
        links: the addresses of the pages that the result links to.
    """
    anchors = {clause.position: clause.anchor for clause in call.clauses}
    listed = {item.position for item in call.materials}
    questions = all_questions(found.of)
    return (
        environment()
        .get_template("precheck.html.j2")
        .render(
            found=found,
            problems=tuple(problems),
            unanswered=[q for q in _first(questions) if q.number not in found.answered],
            changeable=lambda f: _first(about(f.settles, questions) or about(f.fields, questions)),
            wanting=lambda f: tuple(_wanting(f, call)),
            evidence=[f for f in found.evidence if f.clause not in listed],
            materials=[(item, links.clause(anchors[item.position])) for item in call.materials],
            refusing=call.refusing,
            links=links,
        )
    )


def _wanting(finding: Finding, call: Call) -> Iterator[str]:
    """Yield the names of the answers that would settle a finding, all rows of a list as one."""
    places = (
        "/".join(step for step in place.split("/") if not step.isdigit())
        for place in finding.settles
    )
    asked = asked_by(call)
    return (label(place, asked) for place in dict.fromkeys(places))


def _first(questions: Iterable[Question]) -> list[Question]:
    """Return the first of some questions in each section."""
    return list({question.number: question for question in reversed([*questions])}.values())[::-1]
