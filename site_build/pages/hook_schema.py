"""MkDocs hook: publishes the JSON Schema of an application, for programs that write drafts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from site_build.pages import calls
from validator import drafts
from validator.calls import DEFAULT

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

NAME = "application.schema.json"
_EARLIER = f"schema/{NAME}"
"""Where the first call's schema lay before each call had its own folder, and still lies."""


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the schema of every call, as the call words it."""
    for call in calls.published():
        schema = json.dumps(drafts.schema(call), ensure_ascii=False, indent=2) + "\n"
        places = [calls.place(call.id, NAME), *([_EARLIER] if call.id == DEFAULT else [])]
        for place in places:
            files.append(File.generated(config, place, content=schema))
    return files
