"""MkDocs hook: keeps the addresses that pages had before each call had addresses of its own.

Such addresses are printed, and readers have kept them with a clause or a question after `#`. Each
leads on to the page's present address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from site_build.pages import calls
from site_build.pages.environment import page_environment
from validator.calls import DEFAULT, load

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

MOVED = {
    "notice/": "notice.md",
    "tools/pre-check/": "tools/pre-check.md",
    "tools/self-check/": "tools/self-check.md",
    "guide/conditions/": "guide/conditions.md",
    "guide/materials/": "guide/materials.md",
    "guide/attachments/": "guide/attachments.md",
    "guide/submission/": "guide/submission.md",
    "guide/questions/": "guide/questions.md",
    "about/rules/": "rules.md",
}
"""By earlier address, the page of the first call to which the address leads on."""


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add a page at each earlier address that leads on to the present address.

    Raises:
        LookupError: the first call has no such page any more.
    """
    call = load(DEFAULT)
    template = page_environment().get_template("moved.html")
    for address, name in MOVED.items():
        now = files.get_file_from_path(calls.place(call.id, name))
        if now is None:
            message = f"{address} leads on to {name} of {call.id}, which the site does not have"
            raise LookupError(message)
        root = "../" * address.count("/")
        page = template.render(call=call, root=root, address=root + now.url)
        files.append(File.generated(config, f"{address}index.html", content=page))
    return files
