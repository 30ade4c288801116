"""MkDocs hook: puts the browser's Python into the site."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from site_build import folders

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(*, config: MkDocsConfig) -> None:
    """Copy `build/runtime/` to `runtime/` of the built site; its manifest lies with the scripts.

    Args:
        config: MkDocs' settings; `site_dir` is read.

    Raises:
        FileNotFoundError: The runtime has not been built.
    """
    target = Path(config.site_dir) / "runtime"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folders.RUNTIME, target, ignore=shutil.ignore_patterns("manifest.json"))
