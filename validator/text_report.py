"""Writes a report as plain text for the terminal, and the rules as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import east_asian_width

import validator
from validator.application import Application
from validator.application.places import Asked, asked
from validator.application.pointers import label
from validator.calls import Call, Strength
from validator.chinese import in_chinese
from validator.report import Finding, Report, Status
from validator.rules import Rule
from validator.views.account import reading_of_the_wording
from validator.views.groups import MARKS
from validator.views.todo import todo_word

_WIDTH = 78
_UNBREAKABLE = re.compile(r"(?:[\x21-\x7e]+|[“《（]*.)[，。；：、？！”》）]*", re.DOTALL)
_SETTLES_MAX = 4
_IN_FULL = (Status.NOT_MET, Status.MISSING, Status.REVIEW)


def as_text(report: Report, call: Call, application: Application) -> str:
    """Return a report as text: the outcome, open findings in full, each other one in a sentence."""
    questions = asked(application)
    counts = "　".join(f"{status.label} {n}" for status, n in report.counts.items() if n)
    lines = [
        call.title,
        f"报送日期：{in_chinese(report.on) if report.on else '未填'}",
        "",
        *_paragraph(f"结论：{report.summary}。", ""),
        f"　　　{counts}",
    ]
    for status in Status:
        found = [finding for finding in report.findings if finding.status is status]
        if found:
            lines += ["", _heading(status, found)]
            lines += [line for finding in found for line in _finding(finding, questions)]
    lines += [
        "",
        *_paragraph(reading_of_the_wording(call), ""),
        *_paragraph("所填内容均为申报单位自述，未联网核验。", ""),
        f"规则集：{report.notice}，指纹 {report.fingerprint}，程序版本 {validator.__version__}。",
    ]
    return "\n".join(lines)


def as_table(rules: Iterable[Rule], call: Call) -> str:
    """Return the rules as tab-separated lines, one for each rule, under a line of headings."""
    head = ("规则", "条款", "名称", "效力", "判定方式", "可能的结论", "通知原文")
    rows = [
        (
            rule.id,
            call.position(rule.id),
            rule.title,
            rule.strength.label,
            rule.kind.label,
            "/".join(status.label for status in Status if status in rule.statuses),
            call.quote(rule.id).replace("\n", " "),
        )
        for rule in rules
    ]
    return "\n".join("\t".join(row) for row in (head, *rows))


def _heading(status: Status, found: list[Finding]) -> str:
    title = f"━━ {status.label}（{len(found)} 项）"
    return title + "━" * ((_WIDTH - _columns(title)) // _columns("━"))


def _finding(finding: Finding, questions: Asked) -> list[str]:
    mark, place = MARKS[finding.status], finding.clause or Strength.HINT.label
    head = f"{mark} {finding.rule} {finding.title}（{place}）"
    if finding.status not in _IN_FULL:
        return _paragraph(f"{head}：{finding.message}", "  ")
    lines = [head]
    if finding.quote:
        lines += _paragraph(f"通知：“{finding.quote}”", "  ")
    basis = "" if finding.status is Status.MISSING else f"{finding.basis.label}："
    lines += _paragraph(basis + finding.message, "  ")
    if finding.advice:
        lines += _paragraph(f"怎么办：{finding.advice}", "  ")
    if finding.settles:
        lines += _paragraph(f"{todo_word(finding, questions)}：{_places(finding, questions)}", "  ")
    return lines


def _places(finding: Finding, questions: Asked) -> str:
    settles = finding.settles
    shown = "；".join(label(place, questions.of) for place in settles[:_SETTLES_MAX])
    more = len(settles) - _SETTLES_MAX
    return f"{shown}；另 {more} 项" if more > 0 else shown


def _paragraph(text: str, indent: str) -> list[str]:
    """Break a sentence into indented lines; a line that begins with a mark is not indented."""
    hanging = not text.startswith(tuple(MARKS.values()))
    lines = _lines(text, _WIDTH - len(indent))
    return [indent * (hanging or n > 0) + line for n, line in enumerate(lines)]


def _lines(text: str, width: int) -> list[str]:
    """Break a text into lines between any two Chinese characters.

    No line begins with closing punctuation, and words and numbers in Latin letters stay whole.
    `textwrap` would not do: it breaks at spaces, which Chinese does not have.
    """
    lines, line = [], ""
    for piece in _UNBREAKABLE.findall(text):
        if line and _columns(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()]


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
