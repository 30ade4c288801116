"""MkDocs hook: publishes the npm packages that the pages' scripts import, with their licences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_PACKAGES = Path(__file__).parents[3] / "node_modules"
_PUBLISHED = {
    "idb/build/index.js": "assets/js/vendor/idb.mjs",
    "idb/LICENSE": "assets/js/vendor/idb-license.txt",
    "morphdom/dist/morphdom-esm.js": "assets/js/vendor/morphdom.mjs",
    "morphdom/LICENSE": "assets/js/vendor/morphdom-license.txt",
}


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add each package's file under the address that the scripts import it from."""
    for source, address in _PUBLISHED.items():
        files.append(File.generated(config, address, abs_src_path=str(_PACKAGES / source)))
    return files
