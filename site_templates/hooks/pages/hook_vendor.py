"""MkDocs hook: publishes the scripts of others that the pages import, from their npm packages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_PACKAGES = Path(__file__).parents[3] / "node_modules"
_SCRIPTS = {"idb": "build/index.js", "morphdom": "dist/morphdom-esm.js"}
"""By package: its one file that browsers can import as it is."""


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add each script, and its licence beside it, under assets/js/vendor/."""
    for package, script in _SCRIPTS.items():
        _add(files, config, _PACKAGES / package / script, f"{package}.mjs")
        _add(files, config, _PACKAGES / package / "LICENSE", f"{package}.LICENSE.txt")
    return files


def _add(files: Files, config: MkDocsConfig, source: Path, name: str) -> None:
    files.append(File.generated(config, f"assets/js/vendor/{name}", abs_src_path=str(source)))
