"""MkDocs hook: publishes every attachment unfilled, to be filled by hand or on another computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from site_build.pages import calls
from validator.application.asked import asked_by
from validator.attachments import available, fill
from validator.calls import DEFAULT
from validator.drafts import declared
from validator.tables import members_template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from validator.calls import Call

_EARLIER = "attachments/blank"
"""Where the first call's files lay before each call had its own folder, and still lie."""


def address(call_id: str, name: str) -> str:
    """Where the blank version of an attachment is published, from the site's root."""
    return f"{_folder(call_id)}/{name}.docx"


def members_address(call_id: str) -> str:
    """Where the template for members is published, from the site's root."""
    return f"{_folder(call_id)}/members.xlsx"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the blank documents of every call, and its template for members."""
    for call in calls.published():
        made = {address(call.id, name): document for name, document in _blank(call)}
        made[members_address(call.id)] = members_template(call)
        if call.id == DEFAULT:
            made |= {
                name.replace(_folder(call.id), _EARLIER): content for name, content in made.items()
            }
        for name, content in made.items():
            files.append(File.generated(config, name, content=content))
    return files


def _folder(call_id: str) -> str:
    return calls.place(call_id, "blank")


def _blank(call: Call) -> Iterator[tuple[str, bytes]]:
    nothing = declared(asked_by(call)(notice=call.id))
    for known in available(call):
        yield known.name, fill(known.name, nothing, call, None, clean=True)
