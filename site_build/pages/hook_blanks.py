"""MkDocs hook: publishes every attachment unfilled, to be filled by hand or on another computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from validator.application import Application
from validator.attachments import available, fill
from validator.calls import load
from validator.drafts import declared
from validator.tables import members_template

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "attachments/blank"
MEMBERS = f"{FOLDER}/members.xlsx"


def address(name: str) -> str:
    """Where the blank version of an attachment is published, from the site's root."""
    return f"{FOLDER}/{name}.docx"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the blank documents and the template for members."""
    call = load(config.extra["call"])
    nothing = Application(notice=call.id)
    for known in available():
        document = fill(known.name, declared(nothing), call, None, clean=True)
        files.append(File.generated(config, address(known.name), content=document))
    files.append(File.generated(config, MEMBERS, content=members_template(call)))
    return files
