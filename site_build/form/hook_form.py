"""MkDocs hook: puts a form in the place of a mark, `<!-- form -->` or `<!-- pre-check -->`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.form.render import TEMPLATES, render, render_pre_check
from site_build.pages import assets, calls, hook_data, hook_packed

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

_FORMS = {
    "<!-- form -->": (render, "assets/js/self-check.mjs"),
    "<!-- pre-check -->": (render_pre_check, "assets/js/pre-check.mjs"),
}
_TARGETS = {  # pages of the form's call
    "notice": "notice.md",
    "rules": calls.RULES,
    "questions": "guide/questions.md",
    "conditions": "guide/conditions.md",
    "materials": "guide/materials.md",
    "attachments": "guide/attachments.md",
    "self_check": "tools/self-check.md",
}


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the page's HTML with the form.

    Raises:
        LookupError: the page belongs to no call, or the site lacks a page that the form links to.
    """
    del config
    for mark, (form, script) in _FORMS.items():
        if mark in html:
            call = calls.call_of(page.file.src_uri)
            if call is None:
                message = f"{page.file.src_uri} has a form and belongs to no call"
                raise LookupError(message)
            addresses = {
                name: _page(files, call.id, source).url_relative_to(page.file)
                for name, source in _TARGETS.items()
            }
            code = _file(files, assets.published(script))
            addresses["script"] = code.url_relative_to(page.file)
            addresses["calls"] = _file(files, hook_data.LIST).url_relative_to(page.file)
            addresses["folder"] = hook_packed.said(call.id, page.file)
            addresses["integrity"] = assets.integrity(script)
            html = html.replace(mark, form(call, addresses))
    return html


def _page(files: Files, call_id: str, name: str) -> File:
    """Find a page of a call; a call that explains no readings has no page of questions."""
    known = name if name in calls.sources(call_id) else calls.RULES
    return _file(files, calls.place(call_id, known))


def _file(files: Files, source: str) -> File:
    found = files.get_file_from_path(source)
    if found is None:
        message = f"the form links to {source}, which the site does not have"
        raise LookupError(message)
    return found


def on_serve(server: LiveReloadServer, **_: object) -> None:
    """Rebuild when a template of the form is edited under `mkdocs serve`."""
    server.watch(str(TEMPLATES))
