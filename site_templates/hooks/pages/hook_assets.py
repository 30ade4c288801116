"""MkDocs hook: publishes the style sheets and scripts of site_templates/assets under assets/.

The style of a report is the validator's own, for a saved report carries it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from validator import views

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

_SOURCE = Path(__file__).parents[2] / "assets"
_REPORT = Path(views.__file__).with_name("account.css")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add every asset to the files of the site, under the path it has in its folder."""
    for path in sorted(_SOURCE.rglob("*")):
        if path.is_file():
            address = f"assets/{path.relative_to(_SOURCE).as_posix()}"
            files.append(File.generated(config, address, abs_src_path=str(path)))
    address = f"assets/css/{_REPORT.name}"
    files.append(File.generated(config, address, abs_src_path=str(_REPORT)))
    return files


def on_serve(server: LiveReloadServer, **_: object) -> None:
    """Rebuild when an asset is edited under `mkdocs serve`."""
    server.watch(str(_SOURCE))
    server.watch(str(_REPORT))
