"""MkDocs hook: publishes the JSON Schema of an application, for programs that write drafts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from validator import drafts
from validator.calls import load

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_ADDRESS = "schema/application.schema.json"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the schema, as the call words it."""
    schema = json.dumps(drafts.schema(load(config.extra["call"])), ensure_ascii=False, indent=2)
    files.append(File.generated(config, _ADDRESS, content=schema + "\n"))
    return files
