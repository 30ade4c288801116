"""MkDocs hook: publishes the folder of each call but the first as a file, which its pages fetch.

The browser's Python has only the first call's folder in it. So the bytes and the time until the
first finding do not grow with the number of calls.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from site_build.pages import calls
from validator.calls import DEFAULT, load
from validator.calls.folder import COMPILED
from validator.publisher.situations import SITUATIONS
from validator.word.package import pack

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_ENDINGS = {".toml", ".json"}


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the packed folders, each at an address named by its contents."""
    for call in calls.published():
        if call.id != DEFAULT:
            files.append(File.generated(config, _address(call.id), content=packed(call.id)))
    return files


def said(call_id: str, page: File) -> str:
    """Return what a form says of its call's folder, as JSON; empty for the first call."""
    if call_id == DEFAULT:
        return ""
    content, depth = packed(call_id), page.url.count("/")
    told = {
        "address": "../" * depth + _address(call_id),
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
    }
    return json.dumps(told)


@cache
def packed(call_id: str) -> bytes:
    """Return the files that Python reads of a call's folder, as a .zip."""
    root = Path(str(load(call_id).folder.root))
    own = [it for it in root.iterdir() if it.suffix in _ENDINGS and it.name != SITUATIONS]
    made = sorted((root / COMPILED).iterdir())
    return pack({path.relative_to(root).as_posix(): path.read_bytes() for path in (*own, *made)})


def _address(call_id: str) -> str:
    return f"assets/{hashlib.sha256(packed(call_id)).hexdigest()[:16]}/{call_id}.zip"
