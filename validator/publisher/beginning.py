"""Begins a call's folder from another call's: a copy with a mark wherever a person must write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from validator.calls import CallError
from validator.publisher.titles import title_of
from validator.publisher.to_write import MARK

_ID = re.compile(r"[a-z][a-z0-9_]{2,60}")
_MAIN, _NOTICE = "call.toml", "notice.toml"
_TABLE = re.compile(r"\[\[?([\w.]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"(\w+) = (.*)")
_DAY_OR_FIGURE = re.compile(r"\d[\d-]*\s*(?:#.*)?")
_WORDS = {
    *("title", "issuer", "regulation", "name_pattern", "recognised", "business_years"),
    "remark",
}
_STRING = re.compile(r'"[^"]*"')
_LEFT_BEHIND = ("compiled", "notice.txt")
"""What the build makes, and what the other notice says."""


def begun(folder: Traversable, new_id: str) -> dict[str, bytes]:
    """Return the files of a new call by their path in its folder.

    Days, figures, title and the like get a line above them that says 〔待填〕; whom to ask is
    written over, since last year's name and number must not be published by oversight. All stays
    readable, so that the folder can be built and looked at from the first minute.

    Args:
        folder: the folder of the call to begin from.
        new_id: the new call's id.

    Raises:
        CallError: the id cannot be the name of a folder and a part of an address.
    """
    if not _ID.fullmatch(new_id):
        message = f"编号“{new_id}”不能用：应是小写字母、数字和下划线，以字母开头，如 shanghai_2025"
        raise CallError(message)
    files = dict(_copied(folder))
    main = files[_MAIN].decode("utf-8-sig")
    files[_MAIN] = "\n".join([*_marked(main, new_id), ""]).encode()
    head, first, rest = files[_NOTICE].decode("utf-8-sig").partition("[[clauses]]")
    said = f"# {MARK}逐条换成新通知的原文，并核对每一段的规则\n"
    files[_NOTICE] = f"{head}{said}{first}{rest}".encode()
    return files


def _copied(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.name in _LEFT_BEHIND or entry.name.startswith((".", "~")):
            continue
        if entry.is_dir():
            yield from _copied(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.read_bytes()


def _marked(text: str, new_id: str) -> Iterator[str]:
    table = ""
    for line in text.splitlines():
        found, key = _TABLE.fullmatch(line), _KEY.fullmatch(line)
        if found:
            table = found[1]
        if key is None:
            yield line
        elif not table and key[1] == "id":
            yield f'id = "{new_id}"'
        elif table == "contact":
            yield _STRING.sub(f'"{MARK}"', line)
        elif table != "materials" and (key[1] in _WORDS or _DAY_OR_FIGURE.fullmatch(key[2])):
            yield f"# {MARK}{title_of(key[1])}"
            yield line
        else:
            yield line
