"""Shows a publisher what was found in a call's folder, as HTML; all texts are escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader

from validator import drafts, views
from validator.application.asked import asked_by
from validator.application.places import asked
from validator.calls import Call
from validator.carrying import carried_to
from validator.check import check
from validator.fingerprint import fingerprint
from validator.markup import html_environment
from validator.publisher.asking import questions
from validator.publisher.differences import by_subject
from validator.publisher.examining import Examined

_WHOLE = "整份通知"
_FILE = re.compile(r"(?:[\w.~-]+/)*[\w~-][\w.~-]*\.(?:toml|json|md|txt|docx)|templates")
"""The file at the beginning of a fault; `\\w` takes the Chinese names of Word templates too."""
_LINK_AWAY = re.compile(r'<a\b[^>]*\bhref="(?!#results-)[^>]*>(.*?)</a>', re.DOTALL)
_NAMED_MAX, _SHOWN_OPEN = 12, 20
_NO_PAGES = views.Links(**dict.fromkeys(views.Links.model_fields, ""))


def examined(found: Examined) -> str:
    """Return what was found in a folder: faults by file, what is to be written, notes."""
    return (
        _environment()
        .get_template("examined.html.j2")
        .render(
            found=found,
            facts=dict(_facts(found.call)) if found.call else {},
            mistakes=_by_file(found.mistakes),
            unwritten=_by_file(found.unwritten),
            notes=_by_file(found.notes),
        )
    )


def compared(old: Call, new: Call) -> str:
    """Return what has changed for applicants from one call to another, by subject."""
    subjects = by_subject(old, new)
    return (
        _environment()
        .get_template("compared.html.j2")
        .render(
            old=old,
            subjects=subjects,
            number=sum(map(len, subjects.values())),
            shown_open=_SHOWN_OPEN,
        )
    )


def tried(call: Call, received: drafts.Received) -> tuple[str, str]:
    """Return the outcome of a draft's check by a call in a sentence, and the whole as HTML.

    Links to pages that the call does not have yet are left out; those within the report stay.

    Args:
        call: the call to check by.
        received: the draft, which may answer another call: what both ask is then taken over.
    """
    carried = carried_to(received, call)
    if carried is not None:
        received = carried.received
    application, problems = received.application, received.problems
    report = check(application, call, problems=problems)
    results = views.results(asked(application), report, problems, _NO_PAGES)
    html = (
        _environment()
        .get_template("tried.html.j2")
        .render(
            carried=carried,
            left_aside=received.left_aside,
            shown=_NAMED_MAX,
            results=_LINK_AWAY.sub(r"\1", results),
        )
    )
    return report.summary, html


def _facts(call: Call) -> Iterator[tuple[str, str]]:
    yield "通知", call.title
    yield "编号", call.id
    yield "受理", call.window.in_words
    yield "条款", f"{len(call.clauses)} 条"
    yield "规则", f"{len(call.rules)} 条"
    yield "表单", f"{len(questions(asked_by(call)))} 问"
    yield "文档", f"{len(call.documents)} 份"
    yield "规则指纹", fingerprint(call)


def _by_file(lines: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Return lines by the file that they name first, each as the file's name and the rest."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in lines:
        named = _FILE.match(line)
        file = named[0] if named else ""
        found.setdefault(file or _WHOLE, []).append((file, line.removeprefix(file)))
    return dict(sorted(found.items(), key=lambda it: it[0] == _WHOLE))


@cache
def _environment() -> Environment:
    return html_environment(FunctionLoader(_source))


def _source(name: str) -> str:
    return files("validator.publisher").joinpath(name).read_text("utf-8")
