"""MkDocs hook: puts a form in the place of a mark, `<!-- form -->` or `<!-- pre-check -->`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.form.render import TEMPLATES, render, render_pre_check
from site_build.pages import assets
from validator.calls import load

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

_FORMS = {
    "<!-- form -->": (render, "assets/js/self-check.mjs"),
    "<!-- pre-check -->": (render_pre_check, "assets/js/pre-check.mjs"),
}
_TARGETS = {
    "notice": "notice.md",
    "rules": "about/rules.md",
    "questions": "guide/questions.md",
    "conditions": "guide/conditions.md",
    "materials": "guide/materials.md",
    "attachments": "guide/attachments.md",
    "self_check": "tools/self-check.md",
}


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the page's HTML with the form.

    Raises:
        LookupError: the site lacks a page that the form links to.
    """
    for mark, (form, script) in _FORMS.items():
        if mark in html:
            targets = _TARGETS | {"script": assets.published(script)}
            addresses = {
                name: _file(files, source).url_relative_to(page.file)
                for name, source in targets.items()
            }
            addresses["integrity"] = assets.integrity(script)
            html = html.replace(mark, form(load(config.extra["call"]), addresses))
    return html


def _file(files: Files, source: str) -> File:
    found = files.get_file_from_path(source)
    if found is None:
        message = f"the form links to {source}, which the site does not have"
        raise LookupError(message)
    return found


def on_serve(server: LiveReloadServer, **_: object) -> None:
    """Rebuild when a template of the form is edited under `mkdocs serve`."""
    server.watch(str(TEMPLATES))
