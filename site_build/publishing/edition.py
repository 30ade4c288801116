"""Lists an edition of the site: the files that a browser keeps for use without a network.

Run when the pages are built: `python -m site_build.publishing.edition`.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from site_build.folders import SITE, SITE_TEMPLATES

_WORKER = SITE_TEMPLATES / "offline" / "sw.js"
LIST = "edition.json"
_LEFT_OUT = re.compile(
    r"\.(map|br|gz)$"
    r"|^assets/javascripts/lunr/"  # for searching in languages that this site is not in
    r"|^images/[^/]+$"  # pictures of README
    r"|^(attachments|schema)/"  # files at the addresses that they had earlier
    rf"|^(404\.html|sitemap\.xml|sw\.js|{re.escape(LIST)})$"
)


def describe(site: Path) -> dict[str, dict[str, str | int]]:
    """What belongs to the edition.

    Args:
        site: The folder of the built site.

    Returns:
        By address from the site's root, a page's without its `index.html`: `sha256` and `bytes`.
    """
    files = {it.relative_to(site).as_posix(): it for it in site.rglob("*") if it.is_file()}
    return {
        _address(name): _contents(path)
        for name, path in sorted(files.items())
        if not _LEFT_OUT.search(name)
    }


def write(site: Path = SITE) -> str:
    """Write `edition.json`, and `sw.js` with the edition's id in it.

    Args:
        site: The folder of the built site.

    Returns:
        The id: the first 16 hexadecimal digits of the list's SHA-256.
    """
    text = json.dumps({"files": describe(site)}, ensure_ascii=False, indent=0) + "\n"
    edition = hashlib.sha256(text.encode()).hexdigest()[:16]
    (site / LIST).write_text(text, "utf-8")
    worker = _WORKER.read_text("utf-8")
    (site / "sw.js").write_text(worker.replace("@EDITION@", edition, 1), "utf-8")
    return edition


def _address(name: str) -> str:
    return name.removesuffix("index.html") if f"/{name}".endswith("/index.html") else name


def _contents(path: Path) -> dict[str, str | int]:
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


if __name__ == "__main__":
    write()
