"""The table of requests: for each name, the model of its fields and the function that answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from validator.worker import (
    answers,
    checking,
    documents,
    members,
    opening,
    prechecking,
    reporting,
    requests,
)
from validator.worker.page import begin

Given = TypeVar("Given", bound=requests.Request)
Returned = TypeVar("Returned")


@dataclass(frozen=True, slots=True)
class Answering(Generic[Given, Returned]):
    """The model of a request and the function that answers it, which mypy compares."""

    request: type[Given]
    answer: Callable[[Given], Returned]


def ping(request: requests.Ping) -> answers.Pong:
    """Answer with the same text."""
    return {"pong": request.text}


ANSWERING: dict[str, Answering[Any, Any]] = {
    "begin": Answering(requests.Begin, begin),
    "ping": Answering(requests.Ping, ping),
    "check": Answering(requests.Check, checking.check),
    "what_if": Answering(requests.Draft, checking.what_if),
    "precheck": Answering(requests.PreCheck, prechecking.pre_check),
    "precheck_draft": Answering(requests.PreCheckAnswers, prechecking.draft),
    "example": Answering(requests.Example, opening.example),
    "open": Answering(requests.Draft, opening.open_text),
    "open_file": Answering(requests.OpenFile, opening.open_file),
    "fill": Answering(requests.Fill, documents.fill),
    "preview": Answering(requests.Preview, documents.preview),
    "package": Answering(requests.Package, documents.package),
    "summary": Answering(requests.Draft, documents.summary),
    "report_sheet": Answering(requests.Draft, reporting.sheet),
    "report_page": Answering(requests.Draft, reporting.page),
    "report_document": Answering(requests.Package, reporting.document),
    "members_template": Answering(requests.Draft, members.members_template),
    "import_members": Answering(requests.Import, members.import_members),
}
