"""Tells which links of a call's pages lead nowhere, by the line; the site's build refuses these."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping

from validator.nearest import nearest
from validator.publisher.page_words import FOLDER, OF_THE_SITE

_LINK = re.compile(r"(!?)\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+[\"'][^)]*)?\)")
_CODE = re.compile(r"`[^`]*`")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\{")
_CODES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_MADE = (".json", ".docx", ".xlsx", ".zip")
"""The endings of files that the build makes; whether it makes one of a name is not known here."""
_NO_IMAGE = "：通知的页面不能带图片文件，请去掉"
_HOME = "calls/id"
"""Where the pages of a call lie in the site: two folders deep."""
_ID = re.compile(r"\{[^{}%]*#([\w-]+)[^{}%]*\}|\bid=\"([^\"{]+)\"")
_HEADING = re.compile(r"#{1,6}\s")
_COMPUTED = re.compile(r"\{%-?\s*include|id=\"[^\"]*\{|\{[^{}%]*#[\w-]*\{")
_NUMBERED = re.compile(r"_\d+")


def faults_of_links(
    name: str, pages: Mapping[str, str], names: Collection[str]
) -> Iterator[tuple[int, str]]:
    """Tell which links of a page lead nowhere: the line, counted from one, and the reason.

    Args:
        name: the page, such as guide/conditions.md.
        pages: the text of each page of the call's own, by its path in the call's folder.
        names: all pages that the call has.
    """
    for number, is_image, target in _links(pages[FOLDER + name]):
        if _ELSEWHERE.match(target):
            continue
        reason = _NO_IMAGE if is_image else _fault(name, _plain(target), pages, names)
        if reason:
            yield number, f"链接“{target}”{reason}"


def _links(text: str) -> Iterator[tuple[int, bool, str]]:
    in_code = False
    for number, line in enumerate(text.splitlines(), 1):
        if _FENCE.match(line):
            in_code = not in_code
        elif not in_code:
            for image, target in _LINK.findall(_CODE.sub("", line)):
                yield number, bool(image), target


def _plain(target: str) -> str:
    """Return a link with its letters instead of their codes: 材料.md for %E6%9D%90%E6%96%99.md."""
    return _CODES.sub(
        lambda it: bytes.fromhex(it[0].replace("%", "")).decode("utf-8", "replace"), target
    )


def _fault(name: str, target: str, pages: Mapping[str, str], names: Collection[str]) -> str:
    path, _, anchor = target.partition("#")
    if target.startswith("/"):
        return "以 / 开头，网站不一定在根目录；请从这个页面写起，如 ../notice.md"
    page = name
    if path:
        place = posixpath.normpath(posixpath.join(_HOME, posixpath.dirname(name), path))
        page = place.removeprefix(f"{_HOME}/")
        if place.endswith(_MADE):
            return ""
        if page not in (names if place != page else OF_THE_SITE):
            return _way_out(name, page, names)
    own = pages.get(FOLDER + page)
    if anchor and own is not None and not _has(own, anchor):
        return f"：页面里没有“{anchor}”这个位置，请在要链接到的标题后面写 {{ #{anchor} }}"
    return ""


def _way_out(name: str, page: str, names: Collection[str]) -> str:
    if not page.endswith(".md"):
        return "要写到 .md 文件，如 ../notice.md"
    meant = nearest(page, names)
    here = posixpath.relpath(meant, posixpath.dirname(name) or ".") if meant else ""
    return f"没有这个页面{f'，是不是“{here}”？' if meant else ''}"


def _has(text: str, anchor: str) -> bool:
    """Whether a page has a place of a name; True where it includes parts or computes its names."""
    if _COMPUTED.search(text):
        return True
    ids = {one or other for one, other in _ID.findall(text)}
    headings = [line for line in text.splitlines() if _HEADING.match(line)]
    ids |= {_slug(line) for line in headings}
    numbered = _NUMBERED.fullmatch(anchor) and int(anchor[1:]) < len(headings)
    return anchor in ids or bool(numbered)


def _slug(heading: str) -> str:
    """Return the name that the build gives a heading without a name of its own."""
    words = heading.lstrip("#").encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", words).strip().lower())
