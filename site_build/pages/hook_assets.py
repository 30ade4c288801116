"""MkDocs hook: publishes the site's own scripts and styles, and points the pages to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from site_build.pages import assets

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add every asset to the files of the site; every page gets one style sheet, a tool more."""
    assets.bundle()
    folder = assets.folder()
    for name, path in sorted(assets.sources().items()):
        files.append(File.generated(config, folder + name, abs_src_path=str(path)))
    config.extra_css = [f"{folder}css/site.css"]
    config.extra["tool_css"] = f"{folder}css/tool.css"
    config.extra["publisher_css"] = f"{folder}css/publisher.css"
    config.extra["start"] = f"{folder}js/start.js"
    return files


def on_serve(server: LiveReloadServer, **_: object) -> None:
    """Rebuild when an asset is edited under `mkdocs serve`."""
    server.watch(str(assets.SOURCE))
    server.watch(str(assets.REPORT))
