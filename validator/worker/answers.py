"""Every request by its name: what is given, and what answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from validator.worker import checking, documents, members, opening, prechecking, requests


def ping(given: requests.Ping) -> dict[str, Any]:
    """Answer with the same text."""
    return {"pong": given.text}


ANSWERS: dict[str, tuple[type[BaseModel], Callable[[Any], Any]]] = {
    "ping": (requests.Ping, ping),
    "check": (requests.Check, checking.check),
    "what_if": (requests.Draft, checking.what_if),
    "precheck": (requests.PreCheck, prechecking.pre_check),
    "example": (requests.Example, opening.example),
    "open": (requests.Open, opening.open_text),
    "open_file": (requests.OpenFile, opening.open_file),
    "attachments": (requests.Nothing, documents.attachments),
    "fill": (requests.Fill, documents.fill),
    "preview": (requests.Preview, documents.preview),
    "report_html": (requests.Draft, checking.report_html),
    "report_docx": (requests.Package, documents.report_docx),
    "report_name": (requests.Draft, documents.report_name),
    "package": (requests.Package, documents.package),
    "package_name": (requests.Draft, documents.package_name),
    "summary": (requests.Draft, documents.summary),
    "members_template": (requests.Draft, members.members_template),
    "import_members": (requests.Import, members.import_members),
}
