"""A copy of the built site with an empty page, a document, and modules for tests to import."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from site_build.pages import scripts

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
BLANK = "/blank.html"
DOCUMENT = "/document.docx"
(_OWN,) = (path.parent.name for path in SITE.glob("assets/*/js"))
SCRIPTS = f"/assets/{_OWN}/js"
"""The address of the site's scripts, in the folder that is named after their contents."""
_PARTS = {
    "store": scripts.SOURCE / "drafts" / "store.mjs",
    "drafts": scripts.SOURCE / "drafts" / "index.mjs",
    "engine": scripts.SOURCE / "engine" / "index.mjs",
    "manifest": scripts.SOURCE / "engine" / "runtime.mjs",
    "boot": ROOT / "browser_python" / "boot" / "index.mjs",
}
"""Modules that tests import into a page; the site publishes them only inside its pages' scripts."""


def prepare(site: Path) -> None:
    """Copy the built site to a folder, and add an empty page, a document and the modules."""
    shutil.copytree(SITE, site)
    scripts.bundle(_PARTS, site / SCRIPTS.strip("/"))
    (site / BLANK.strip("/")).write_text("<!doctype html><title>blank</title>", "utf-8")
    (site / DOCUMENT.strip("/")).write_bytes(b"PK")


def linked_copy(prepared: Path, site: Path) -> None:
    """Copy a prepared site without its contents: both names of a file lead to the same bytes.

    Who writes into the copy must do so by `replace`, or the prepared site is spoiled for all tests
    that follow.
    """
    shutil.copytree(prepared, site, copy_function=os.link)


def replace(path: Path, content: bytes) -> None:
    """Put a new file in the place of one, without the packed files that a server would prefer."""
    for ending in ("", ".br", ".gz"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.write_bytes(content)


@contextmanager
def visitor(browser: Browser, **settings: str) -> Iterator[BrowserContext]:
    """Open a browser context for one visitor.

    A request may be on its way when the context closes. Its route would then answer a context that
    is gone, and the error would end whichever test happens to run by then.
    """
    context = browser.new_context(locale="zh-CN", **settings)
    yield context
    for routed in (*context.pages, context):
        routed.unroute_all(behavior="ignoreErrors")
    context.close()
