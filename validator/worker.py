"""The browser's door: JSON text in; JSON text, or a file's bytes, out."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from pydantic import BaseModel

from validator import drafts, views
from validator.application import Application
from validator.check import check
from validator.example import example
from validator.notices import Notice, NoticeError, load

_DEFAULT_NOTICE = "shanxi_alliance_2023"
_PROBLEMS_NAMED = 5


class _Ping(BaseModel):
    text: str = ""


class _Check(BaseModel):
    """`editing` is the pointer of the answer being typed: nobody is told off in mid-word."""

    draft: str
    links: views.Links
    editing: str = ""


class _Example(BaseModel):
    notice: str = _DEFAULT_NOTICE
    minimal: bool = False


class _Open(BaseModel):
    """`text` is null when the file is not text."""

    text: str | None


class _Nothing(BaseModel):
    pass


class _Fill(BaseModel):
    name: str
    draft: str


def call(name: str, payload: str) -> str | bytes:
    """Answer one call of the page.

    Args:
        name: one of `ping`, `check`, `example`, `open`, `attachments`, `fill`.
        payload: JSON text.

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
        given = answer(kind.model_validate_json("{}" if payload == "null" else payload))
    except (drafts.DraftError, NoticeError) as error:
        given = {"error": str(error)}
    return given if isinstance(given, bytes) else json.dumps(given, ensure_ascii=False)


def _ping(given: _Ping) -> dict[str, Any]:
    return {"pong": given.text}


def _check(given: _Check) -> dict[str, Any]:
    reading = drafts.read(given.draft)
    report = check(reading.application, _notice_of(reading.application))
    said = [problem for problem in reading.problems if problem.pointer != given.editing]
    return {
        "problems": [_plain(problem) for problem in reading.problems],
        "outcome": report.outcome,
        "summary": report.summary,
        "counts": report.counts,
        "counts_html": views.counts(report),
        "html": views.results(report, said, given.links),
    }


def _example(given: _Example) -> dict[str, Any]:
    application = example(_notice(given.notice), minimal=given.minimal)
    return {"draft": json.loads(drafts.save(application))}


def _open(given: _Open) -> dict[str, Any]:
    """Return a file's answers as they stand in it: a wrong one is shown where it belongs."""
    if given.text is None:
        message = "这个文件不是 UTF-8 文本，不是草稿"
        raise drafts.DraftError(message)
    problems = drafts.read(given.text).problems
    draft = json.loads(given.text.removeprefix("\ufeff"))
    return {"draft": draft, "problems": [_plain(it) for it in problems], "warning": _warn(problems)}


def _warn(problems: tuple[drafts.Problem, ...]) -> str:
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


def _fill(given: _Fill) -> bytes | dict[str, Any]:
    from validator.attachments import AttachmentError, fill  # noqa: PLC0415 - only when asked for

    application = drafts.read(given.draft).application
    day = application.submission.planned_on
    try:
        return fill(given.name, application, _notice_of(application), day)
    except AttachmentError as error:
        return {"error": str(error)}


def _plain(problem: drafts.Problem) -> dict[str, str]:
    return {
        "pointer": problem.pointer,
        "label": problem.label,
        "message": problem.message,
    }


def _notice_of(application: Application) -> Notice:
    return _notice(application.notice or _DEFAULT_NOTICE)


_notice = cache(load)

_ANSWERS: dict[str, tuple[type[BaseModel], Callable[[Any], Any]]] = {
    "ping": (_Ping, _ping),
    "check": (_Check, _check),
    "example": (_Example, _example),
    "open": (_Open, _open),
    "attachments": (_Nothing, _attachments),
    "fill": (_Fill, _fill),
}
