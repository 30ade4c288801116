"""A report with all that is printed beside it, in the same words for HTML and for Word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import validator
from validator.application.asked import title_in
from validator.application.places import asked
from validator.application.pointers import label
from validator.calls import Strength
from validator.chinese import in_chinese
from validator.decisive import Shown, decisive
from validator.rules import rules_of
from validator.rules.integrity import regulation
from validator.views.groups import MARKS, groups
from validator.views.todo import todo_word

if TYPE_CHECKING:
    from validator.application import Application
    from validator.application.places import Asked
    from validator.calls import Call
    from validator.problems import Problem
    from validator.report import Finding, Report

_PLACES_MAX = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of an ambiguous place of the notice: its number, and a sentence."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with what is printed beside it.

    Attributes:
        finding: the finding.
        mark: the sign of its status.
        place: the clause's position in the notice; for a hint, the word for hints.
        values: the answers that decided the finding.
        readings: the readings that the rule applies.
        todo_title: what to do with the answers in `todo`.
        todo: the names of the answers that would settle the finding.
        more_todo: the number of such answers that `todo` leaves out.
    """

    finding: Finding
    mark: str
    place: str
    values: tuple[Shown, ...]
    readings: tuple[Reading, ...]
    todo_title: str
    todo: tuple[str, ...]
    more_todo: int


@dataclass(frozen=True, slots=True)
class Part:
    """The findings under one heading; findings of a `settled` part leave nothing to do."""

    id: str
    title: str
    mark: str
    settled: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """The number of a group's findings in the summary, as on the page (`Group.count`)."""

    mark: str
    title: str
    number: int


@dataclass(frozen=True, slots=True)
class Account:
    """A report with all that its page and its document print.

    Attributes:
        report: the report.
        call: the call.
        version: the version of this program.
        alliance: the alliance's name, or words for a blank.
        alliance_title: what the call calls the alliance's name, such as 联盟名称.
        lead: the lead's name, or words for a blank.
        lead_title: what the call calls the lead, such as 牵头单位.
        day: the day that was checked for, in Chinese, or words for a blank.
        problems: the answers that could not be used.
        counts: the groups with at least one finding to count.
        parts: all findings, by heading.
        limits: sentences on what the report cannot say.
    """

    report: Report
    call: Call
    version: str
    alliance: str
    alliance_title: str
    lead: str
    lead_title: str
    day: str
    problems: tuple[Problem, ...]
    counts: tuple[Count, ...]
    parts: tuple[Part, ...]
    limits: tuple[str, ...]


def account(
    report: Report, application: Application, call: Call, problems: tuple[Problem, ...] = ()
) -> Account:
    """Put a report in words.

    Args:
        report: the report of a check.
        application: the application that was checked.
        call: the call that the application answers.
        problems: the answers that could not be used; rules that read their places are open.
    """
    answers = asked(_as_checked(application, report))
    grouped = groups(report)
    return Account(
        report=report,
        call=call,
        version=validator.__version__,
        alliance=application.alliance.name or "（未填）",
        alliance_title=title_in(call, "/alliance/name"),
        lead_title=title_in(call, "/lead"),
        lead=application.lead.name or "（未填）",
        day=in_chinese(report.on) if report.on else "（未填拟报送日期）",
        problems=problems,
        counts=tuple(Count(it.mark, it.title, it.count) for it in grouped if it.count),
        parts=tuple(
            Part(
                group.id,
                group.title,
                group.mark,
                not group.open,
                tuple(_entry(finding, answers, call) for finding in group.findings),
            )
            for group in grouped
        ),
        limits=_limits(call),
    )


def _as_checked(application: Application, report: Report) -> Application:
    """Return an application with the day that was checked for as the planned day."""
    submission = application.submission.model_copy(update={"planned_on": report.on})
    return application.model_copy(update={"submission": submission})


def _entry(finding: Finding, questions: Asked, call: Call) -> Entry:
    return Entry(
        finding=finding,
        mark=MARKS[finding.status],
        place=f"通知 {finding.clause}" if finding.clause else Strength.HINT.label,
        values=decisive(finding, questions.answers, questions.of),
        readings=tuple(Reading(number, call.readings[number]) for number in finding.readings),
        todo_title=f"{todo_word(finding, questions)}的填项",
        todo=tuple(label(place, questions.of) for place in finding.settles[:_PLACES_MAX]),
        more_todo=max(0, len(finding.settles) - _PLACES_MAX),
    )


def _limits(call: Call) -> tuple[str, ...]:
    undecidable = [rule.id for rule in rules_of(call) if rule.judged_by is regulation]
    return (
        reading_of_the_wording(call),
        "通知没有说死的地方，按各条注明的读法核验；读法不是发布单位的解释，以受理部门的解释为准。",
        "“自述，未联网核验”的，只看申报单位怎样填；是否属实，没有查。",
        *([_no_regulation(call, undecidable)] if undecidable else []),
        "本报告只对所填内容和核验日期有效，不随申报材料报送。",
    )


def _no_regulation(call: Call, rules: list[str]) -> str:
    never = f"{'、'.join(rules)} 始终由人工判断；所以没有“符合”这一结论。"
    return f"{call.regulation}的正文未收存，{never}"


def reading_of_the_wording(call: Call) -> str:
    """Say by which clauses the notice itself refuses, and that other results are interpretation."""
    literal = "、".join(clause.position for clause in call.refusing)
    if not literal:
        return "“不满足”是依“应当、必须、不能少于”等用语的解读，通知没有写明不予受理的情形。"
    return f"通知只对{literal}写明不予受理；其余“不满足”是依“应当、必须、不能少于”等用语的解读。"
