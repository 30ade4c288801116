"""MkDocs hook: puts the tool for publishers in the place of the mark `<!-- call-check -->`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.form.render import form_environment
from site_build.pages import assets, calls, hook_packed
from validator.calls.packed import PACKED_MAX
from validator.views import Links
from validator.worker import FILE_MAX

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_MARK = "<!-- call-check -->"
_SCRIPT = "assets/js/call-check.mjs"
_NO_PAGES = dict.fromkeys(Links.model_fields, "")
"""A call that is examined has no pages yet, so what Python shows of it links to none."""


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the page's HTML with the tool.

    Raises:
        LookupError: the site lacks the tool's script.
    """
    del config
    if _MARK not in html:
        return html
    script = files.get_file_from_path(assets.published(_SCRIPT))
    if script is None:
        raise LookupError(_SCRIPT)
    tool = (
        form_environment()
        .get_template("call_check.html.j2")
        .render(
            addresses={
                "script": script.url_relative_to(page.file),
                "integrity": assets.integrity(_SCRIPT),
            },
            links=_NO_PAGES,
            calls=[
                {"call": call, "folder": hook_packed.said(call.id, page.file)}
                for call in calls.published()
            ],
            folder_max=PACKED_MAX,
            draft_max=FILE_MAX,
        )
    )
    return html.replace(_MARK, tool)
