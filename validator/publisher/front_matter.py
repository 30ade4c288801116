"""Reads the lines between two lines --- with which a page begins, as far as pages need them.

The build reads them as YAML. Where they are no YAML, the build keeps silent and shows them as text.
There is no reader of YAML in a browser, so the forms that pages use are looked at here: `key:
value`, lists, and texts of several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.nearest import nearest
from validator.publisher.page_words import KEYS

_MARK = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_ENTRY = re.compile(r"([^\s:#'\"\[\]{},&*!|>%@`-][^:#]*?)[ \t]*:(?:[ \t]+(.*))?")
_ITEM = re.compile(r"\s*-(?:\s+.*)?")
_FULL_WIDTH = "："
_SPECIAL = "&*!%@`,]}"
_FLOW = {"[": "]", "{": "}"}
_QUOTES = "\"'"


def front_matter(text: str) -> int:
    """Return how many lines of a page its front matter has, with both lines ---; 0 for none."""
    lines = text.splitlines()
    if not lines or not _MARK.fullmatch(lines[0]):
        return 0
    ends = (number for number, line in enumerate(lines[1:], 2) if _END.fullmatch(line))
    return next(ends, 0)


def faults_of_front_matter(text: str) -> Iterator[tuple[int, str]]:
    """Tell what is wrong in a page's front matter: the line, counted from one, and the reason."""
    lines = text.splitlines()
    if not lines or not _MARK.fullmatch(lines[0]):
        return
    end = front_matter(text)
    if not end:
        yield 1, "开头的 --- 没有与之对应的另一行 ---，请在标题等几项之后补上一行 ---"
        return
    inside = False
    for number, line in enumerate(lines[1 : end - 1], 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if inside and (line[0] == " " or _ITEM.fullmatch(line)):
            continue
        found = _ENTRY.fullmatch(line)
        if reason := _wrong_line(line) if found is None else _wrong_value(found[2] or ""):
            yield number, reason
        if found is None:
            continue
        key, inside = found[1].strip(), True
        if key not in KEYS and (meant := nearest(key, KEYS)):
            yield number, f"没有“{key}”这一项，是不是“{meant}”？"


def _wrong_line(line: str) -> str:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "行首有制表符，请改为空格"
    if _FULL_WIDTH in line and ":" not in line:
        return f"冒号是全角的“{_FULL_WIDTH}”，请改为半角的 : 和一个空格"
    if re.match(r"\w+:\S", line):
        return "冒号后面缺一个空格"
    return "不是“名称: 值”，请核对这一行"


def _wrong_value(value: str) -> str:
    value = value.strip()
    if not value:
        return ""
    first = value[0]
    if first in _QUOTES:
        closed = re.fullmatch(
            r'"(?:[^"\\]|\\.)*"(?:\s+#.*)?' if first == '"' else r"'(?:[^']|'')*'(?:\s+#.*)?", value
        )
        return "" if closed else "引号不成对，请补上另一半，或者都去掉"
    if first in _FLOW:
        return "" if value.endswith(_FLOW[first]) else f"“{first}”没有对应的“{_FLOW[first]}”"
    if first in _SPECIAL or value.startswith(("- ", "? ")):
        return f"值不能以“{first}”开头，请把整个值放进引号"
    if first not in "|>" and (": " in value or value.endswith(":")):
        return "值里又有半角冒号，请把整个值放进引号，或改为全角的“：”"
    return ""
