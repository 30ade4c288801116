"""The browser's door: JSON text in; JSON text, or a file's bytes, out."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from pydantic import BaseModel

from validator import drafts, precheck, views
from validator.application import Application
from validator.application.places import asked
from validator.check import check
from validator.example import example
from validator.notices import DEFAULT, Notice, load
from validator.problems import Problem, RefusedError
from validator.progress import progress
from validator.recheck import Recheck
from validator.relevance import irrelevant
from validator.whatif import what_if

_PROBLEMS_NAMED = 5
_PROBLEMS_MARKED = 500
_HALF = re.compile("[\ud800-\udfff]")
FILE_MAX = 10_000_000
"""The bytes of the largest file that is taken in."""


class FileError(RefusedError):
    """A file that did not come through. The message says why, in Chinese."""


class _Ping(BaseModel):
    text: str = ""


class _Check(BaseModel):
    """`editing` is the pointer of the answer being typed: nobody is told off in mid-word."""

    draft: str
    links: views.Links
    editing: str = ""


class _PreCheck(BaseModel):
    answers: str
    links: views.PreCheckLinks
    notice: str = DEFAULT
    editing: str = ""


class _Example(BaseModel):
    notice: str = DEFAULT
    minimal: bool = False


class _Open(BaseModel):
    text: str


class _Nothing(BaseModel):
    pass


class _OpenFile(BaseModel):
    """`content` is the file in Base64; `notice` the call of the page that opens it."""

    content: str
    notice: str = DEFAULT


class _Draft(BaseModel):
    draft: str


class _Package(_Draft):
    """`clean` leaves the draft out."""

    clean: bool = False


class _Fill(_Package):
    name: str


class _Preview(_Draft):
    name: str


class _Import(_Draft):
    """`content` is an .xlsx in Base64; without one `text` holds pasted rows."""

    content: str | None = None
    text: str = ""
    replace: bool = False


def call(name: str, payload: str) -> str | bytes:
    """Answer one call of the page.

    Args:
        name: one of the names in `_ANSWERS`.
        payload: JSON text; files in it are Base64.

    Returns:
        JSON text, or bytes for a file. What cannot be used is answered `{"error": …}` in
        Chinese.

    Raises:
        LookupError: nothing goes by that name.
        pydantic.ValidationError: the payload does not fit.
    """
    if name not in _ANSWERS:
        raise LookupError(name)
    kind, answer = _ANSWERS[name]
    try:
        given = answer(kind.model_validate_json("{}" if payload == "null" else _whole(payload)))
    except RefusedError as error:
        given = {"error": str(error)}
    return given if isinstance(given, bytes) else _as_json(given)


def _as_json(answer: object) -> str:
    """The answer as the page can read it: Python alone would write `Infinity` in JSON."""
    return json.dumps(answer, ensure_ascii=False, allow_nan=False)


def _whole(payload: str) -> str:
    """Put the replacement character for half a character, which JSON does not carry.

    A page can send one, pasted from a program that cut a text in the middle of a character.
    """
    if "\\ud" not in payload:
        return payload
    return _HALF.sub(
        "\N{REPLACEMENT CHARACTER}", json.dumps(json.loads(payload), ensure_ascii=False)
    )


def _ping(given: _Ping) -> dict[str, Any]:
    return {"pong": given.text}


def _check(given: _Check) -> dict[str, Any]:
    reading = drafts.read(given.draft)
    questions = asked(reading.application)
    said = _spared(reading.problems, given.editing)
    report = _live.check(reading.application, questions, _notice_of(reading.application), said)
    return {
        "problems": _marked(reading.problems),
        "sections": [
            {"pointer": section.pointer, "state": section.state, "label": section.state.label}
            for section in progress(questions, report, said)
        ],
        "irrelevant": sorted(irrelevant(questions, report)),
        "outcome": report.outcome,
        "summary": report.summary,
        "counts": report.counts,
        "counts_html": views.counts(report),
        "html": views.results(questions, report, said, given.links),
    }


def _what_if(given: _Draft) -> dict[str, Any]:
    """Return what would change if: up to fifteen more checks, so asked for apart."""
    reading = drafts.read(given.draft)
    application, problems = reading.application, reading.problems
    notice, day = _notice_of(application), application.submission.planned_on
    report = check(application, notice, day, problems)
    return {"html": views.changes(what_if(application, notice, day, report, problems))}


def _precheck(given: _PreCheck) -> dict[str, Any]:
    """Return what the answers come to, and the draft with which the self-check goes on."""
    reading, notice = precheck.read(given.answers), _notice(given.notice)
    answers, said = reading.answers, _spared(reading.problems, given.editing)
    application = precheck.as_application(answers, notice)
    report = check(application, notice, problems=precheck.unusable(said, application))
    found = views.outcome(report, answers)
    return {
        "problems": _marked(reading.problems),
        "summary": found.summary,
        "html": views.pre_check(found, said, notice, given.links),
        "draft": json.loads(drafts.save(precheck.as_draft(answers, notice))),
    }


def _example(given: _Example) -> dict[str, Any]:
    application = example(_notice(given.notice), minimal=given.minimal)
    return {"draft": json.loads(drafts.save(application))}


def _open(given: _Open) -> dict[str, Any]:
    """Return a file's draft in the present version; a wrong answer is shown where it belongs."""
    reading = drafts.read(given.text)
    if drafts.is_foreign(given.text):
        message = "这个文件里没有一项是本站草稿的内容，没有打开；屏幕上的内容不变"
        raise drafts.DraftError(message)
    return _opened(reading)


def _open_file(given: _OpenFile) -> dict[str, Any]:
    """Return the draft of a file: its own, or the one that a document or package carries."""
    from validator.attachments import ZIPPED, opened  # noqa: PLC0415 - only when asked for

    content = _decoded(given.content)
    if not content:
        message = "这个文件是空的，没有打开"
        raise FileError(message)
    if not content.startswith(ZIPPED):
        return _open(_Open(text=drafts.text_of(content)))
    found = opened(content, _notice(given.notice))
    answer = _opened(drafts.read(found.draft))
    edits = found.edits
    told = None if edits is None else [(edit.draft, edit.document) for edit in edits]
    return answer | {"html": views.opened(told, intact=found.intact, member=found.member)}


def _opened(reading: drafts.Reading) -> dict[str, Any]:
    """A draft for the form; one with more rows than it can show would hold every later visit."""
    overlong = list(islice(drafts.overlong(reading.draft), _PROBLEMS_NAMED))
    if overlong:
        message = f"草稿超出表单的上限，没有打开；文件和屏幕上的内容不变：{'；'.join(overlong)}"
        raise drafts.DraftError(message)
    return {
        "draft": reading.draft,
        "problems": _marked(reading.problems),
        "warning": _warn(reading.problems),
        "html": "",
    }


def _warn(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return ""
    named = "、".join(problem.label for problem in problems[:_PROBLEMS_NAMED])
    more = "等" if len(problems) > _PROBLEMS_NAMED else ""
    return f"文件中有 {len(problems)} 处填写有误，请核对：{named}{more}。"


def _attachments(_given: _Nothing) -> list[dict[str, Any]]:
    from validator.attachments import available  # noqa: PLC0415 - only when asked for

    return [
        {
            "name": known.name,
            "title": known.title,
            "file_name": known.file_name,
            "official": known.official,
        }
        for known in available()
    ]


def _fill(given: _Fill) -> bytes:
    from validator.attachments import fill_draft  # noqa: PLC0415 - only when asked for

    return fill_draft(given.name, *_declared(given), clean=given.clean)


def _preview(given: _Preview) -> dict[str, Any]:
    from validator.attachments import fill_draft  # noqa: PLC0415 - only when asked for
    from validator.attachments.preview import preview  # noqa: PLC0415 - the same

    return {"html": preview(fill_draft(given.name, *_declared(given), clean=True))}


def _report_html(given: _Draft) -> dict[str, Any]:
    """Return the report as a file to keep, and as a sheet for the page's own preview."""
    reading = drafts.read(given.draft)
    notice = _notice_of(reading.application)
    report = check(reading.application, notice, problems=reading.problems)
    account = views.account(report, reading.application, notice, reading.problems)
    return {"page": views.report_page(account), "sheet": views.report_sheet(account)}


def _report_docx(given: _Package) -> bytes:
    from validator.attachments import REPORT, fill_draft  # noqa: PLC0415 - only when asked for

    return fill_draft(REPORT, *_declared(given), clean=given.clean)


def _report_name(given: _Draft) -> dict[str, Any]:
    from validator.attachments import report_name  # noqa: PLC0415 - only when asked for

    return {"name": report_name(drafts.read(given.draft).application)}


def _package(given: _Package) -> bytes:
    from validator.attachments import bundle  # noqa: PLC0415 - only when asked for

    return bundle(*_declared(given), clean=given.clean)


def _package_name(given: _Draft) -> dict[str, Any]:
    from validator.attachments import bundle_name  # noqa: PLC0415 - only when asked for

    return {"name": bundle_name(drafts.read(given.draft).application)}


def _summary(given: _Draft) -> bytes:
    from validator.tables import summary_xlsx  # noqa: PLC0415 - only when asked for

    reading, notice, _ = _declared(given)
    return summary_xlsx([reading.application], notice)


def _members_template(given: _Draft) -> bytes:
    from validator.tables import members_template  # noqa: PLC0415 - only when asked for

    reading, notice, _ = _declared(given)
    return members_template(notice, reading.application.members)


def _import_members(given: _Import) -> dict[str, Any]:
    """Return the draft with a table's members in it; what the table does not say stays."""
    from validator.tables import (  # noqa: PLC0415 - only when asked for
        import_pasted,
        import_xlsx,
        merge,
    )

    table = (
        import_pasted(given.text) if given.content is None else import_xlsx(_decoded(given.content))
    )
    draft = drafts.read(given.draft).draft
    merged = merge(table, draft.get("members"), replace=given.replace)
    draft["members"] = merged.members
    return {
        "draft": draft,
        "problems": [str(problem) for problem in table.problems],
        "html": views.imported(table, merged),
    }


def _decoded(content: str) -> bytes:
    if len(content) > FILE_MAX * 4 // 3 + 4:
        message = f"文件过大，不应超过 {FILE_MAX // 1_000_000} MB"
        raise FileError(message)
    try:
        return base64.b64decode(content, validate=True)
    except binascii.Error:
        message = "文件没有完整读入，请重新选择"
        raise FileError(message) from None


def _declared(given: _Draft) -> tuple[drafts.Reading, Notice, date | None]:
    """A draft as read, the call it answers, and the day its documents are made for."""
    reading = drafts.read(given.draft)
    application = reading.application
    return reading, _notice_of(application), application.submission.planned_on


def _marked(problems: Sequence[Problem]) -> list[dict[str, str]]:
    """What the form marks at its place; how many more there are stands in the results."""
    return [
        {"pointer": problem.pointer, "label": problem.label, "message": problem.message}
        for problem in problems[:_PROBLEMS_MARKED]
    ]


def _spared(problems: tuple[Problem, ...], editing: str) -> tuple[Problem, ...]:
    """The problems but for the answer that is being typed: it counts as unanswered until then."""
    return tuple(problem for problem in problems if problem.pointer != editing)


def _notice_of(application: Application) -> Notice:
    return _notice(application.notice or DEFAULT)


_notice = cache(load)
_live = Recheck()

_ANSWERS: dict[str, tuple[type[BaseModel], Callable[[Any], Any]]] = {
    "ping": (_Ping, _ping),
    "check": (_Check, _check),
    "what_if": (_Draft, _what_if),
    "precheck": (_PreCheck, _precheck),
    "example": (_Example, _example),
    "open": (_Open, _open),
    "open_file": (_OpenFile, _open_file),
    "attachments": (_Nothing, _attachments),
    "fill": (_Fill, _fill),
    "preview": (_Preview, _preview),
    "report_html": (_Draft, _report_html),
    "report_docx": (_Package, _report_docx),
    "report_name": (_Draft, _report_name),
    "package": (_Package, _package),
    "package_name": (_Draft, _package_name),
    "summary": (_Draft, _summary),
    "members_template": (_Draft, _members_template),
    "import_members": (_Import, _import_members),
}
