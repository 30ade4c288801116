"""Lists the pages of each call, with the Markdown file and the address of each page.

Every call has the pages of `site_templates/call`, which are written from the call's data, and the
pages in its own folder `pages/`. A page of the call's own replaces the page of the same name.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from site_build import folders
from validator.calls import Call, available, load
from validator.calls.folder import packaged

COMMON = folders.SITE_TEMPLATES / "call"
"""The pages that every call has."""
FOLDER = "calls"
"""The site's folder with a folder for each call, named by the call's id, which never changes."""
OVERVIEW = "index.md"
_ORDER = (OVERVIEW, "notice.md", "tools/pre-check.md", "tools/self-check.md")
_GUIDE, _DATA = "guide/", "data/"
_GUIDE_ORDER = ("conditions.md", "materials.md", "attachments.md", "submission.md", "questions.md")
RULES = "rules.md"


def published() -> tuple[Call, ...]:
    """Return the calls of the site, the one that ends last first; those with a remark come last.

    A call with a remark is one that most readers do not look for, such as a made-up one.
    """

    def place(call: Call) -> tuple[bool, int, str]:
        return bool(call.remark), -call.window.last_day.toordinal(), call.id

    return tuple(sorted(map(load, available()), key=place))


def own_pages(call_id: str) -> Path:
    """Return the folder of the pages of a call's own, which need not exist."""
    return Path(str(packaged(call_id).root)) / "pages"


@cache
def sources(call_id: str) -> dict[str, Path]:
    """Return the Markdown file of each page of a call by its name, as `guide/conditions.md`."""
    found: dict[str, Path] = {}
    for folder in (COMMON, own_pages(call_id)):
        found |= {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.md")}
    return found


def place(call_id: str, name: str) -> str:
    """Return the path of a call's page among the sources of the site."""
    return f"{FOLDER}/{call_id}/{name}"


def call_of(source: str) -> Call | None:
    """Return the call of a page or file of the site; None where it belongs to no call."""
    first, _, rest = source.partition("/")
    call_id = rest.partition("/")[0]
    return load(call_id) if first == FOLDER and call_id in available() else None


def ordered(call_id: str) -> tuple[list[str], list[str], list[str]]:
    """Return the names of a call's pages in its navigation's order: first ones, guide, data."""
    names = sources(call_id).keys()
    guide = sorted(
        (name for name in names if name.startswith(_GUIDE)),
        key=lambda name: (_rank(name.removeprefix(_GUIDE)), name),
    )
    data = sorted(name for name in names if name.startswith(_DATA))
    rest = sorted(names - {*_ORDER, *guide, *data, RULES})
    return [*(name for name in _ORDER if name in names), *rest], [*guide, RULES], data


def _rank(name: str) -> int:
    return _GUIDE_ORDER.index(name) if name in _GUIDE_ORDER else len(_GUIDE_ORDER)
