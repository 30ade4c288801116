"""A copy of the built site with an empty page, a document, and modules for tests to import."""

import re
import shutil
from pathlib import Path

from site_build.pages import scripts

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
BLANK = "/blank.html"
DOCUMENT = "/document.docx"
(_OWN,) = (path.name for path in SITE.glob("assets/*/") if re.fullmatch("[0-9a-f]{16}", path.name))
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


def served_copy(folder: Path) -> Path:
    """Copy the built site to a folder, and add an empty page, a document and the modules."""
    site = folder / "site"
    shutil.copytree(ROOT / "site", site)
    scripts.bundle(_PARTS, site / SCRIPTS.strip("/"))
    (site / BLANK.strip("/")).write_text("<!doctype html><title>blank</title>", "utf-8")
    (site / DOCUMENT.strip("/")).write_bytes(b"PK")
    return site
