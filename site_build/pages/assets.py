"""The site's own scripts and styles, published in a folder named after a hash of their contents.

Another content has another address, so browsers may keep each file for ever, and no page mixes the
files of two editions of the site.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from site_build import folders
from site_build.pages import scripts
from validator import views

SOURCE = folders.SITE_TEMPLATES / "assets"
REPORT = Path(views.__file__).with_name("account.css")
"""The style sheet of a report, which the validator has because a saved report includes it."""
STYLES = {
    "site": ("colours", "type", "frame", "home", "notice", "tables", "print"),
    "tool": (
        *("tools", "form", "keeping", "rows", "steps", "cards", "findings", "pre-check"),
        *("files", "paper", "edition", "unstarted"),
    ),
    "publisher": ("publisher",),
}
"""Style sheets in the order in which they count: each folder is one file on the wire."""
_BUNDLES = folders.BUILD / "assets"
_PLAIN = "assets/"
_HEADERS = folders.ROOT / "deploy" / "headers.toml"


def sources() -> dict[str, Path]:
    """Every file of the folder: its path there, and where it comes from."""
    styles = {f"css/{name}.css": _BUNDLES / "css" / f"{name}.css" for name in STYLES}
    return styles | {
        f"js/{name}": path for name, path in scripts.published(_BUNDLES / "js").items()
    }


def bundle() -> None:
    """Write each folder of style sheets, and each page's scripts, as one file.

    Raises:
        LookupError: a folder holds a sheet that `STYLES` does not name, or lacks one.
    """
    scripts.bundle(scripts.ENTRIES, _BUNDLES / "js")
    (_BUNDLES / "css").mkdir(parents=True, exist_ok=True)
    for name, order in STYLES.items():
        sheets = [SOURCE / "css" / name / f"{sheet}.css" for sheet in order]
        if set(sheets) != set((SOURCE / "css" / name).glob("*.css")):
            message = f"assets/css/{name}: not the sheets that STYLES names"
            raise LookupError(message)
        more = [REPORT] if name == "tool" else []
        text = "\n".join(sheet.read_text("utf-8") for sheet in (*sheets, *more))
        (_BUNDLES / "css" / f"{name}.css").write_text(text, "utf-8")


def folder() -> str:
    """Return the folder of the files, from the site's root: `assets/<hash>/`.

    The hash covers the headers as well, since a browser keeps a file together with its headers.
    """
    digest = hashlib.sha256(_HEADERS.read_bytes())
    for name, path in sorted(sources().items()):
        digest.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return f"{_PLAIN}{digest.hexdigest()[:16]}/"


def published(address: str) -> str:
    """Where `assets/js/...` or `assets/css/...` is published; other addresses stay as they are."""
    inside = address.removeprefix(_PLAIN)
    return folder() + inside if address.startswith(_PLAIN) and inside in sources() else address


def integrity(address: str) -> str:
    """Return the `integrity` attribute for an element that loads `assets/js/...`: `sha256-...`.

    A browser does not run a script that was altered on the way, not even a part of it.
    """
    content = sources()[address.removeprefix(_PLAIN)].read_bytes()
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()
