"""Begins a call's folder from another call's: a copy with a mark wherever a person must look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib.resources.abc import Traversable

from validator.calls import CallError
from validator.example import EXAMPLE, MINIMAL
from validator.publisher.contents import files as files_of
from validator.publisher.contents import is_aside
from validator.publisher.front_matter import front_matter
from validator.publisher.situations import SITUATIONS
from validator.publisher.titles import title_of
from validator.publisher.to_write import MARK, TO_CONFIRM

_ID = re.compile(r"[a-z][a-z0-9_]{2,60}")
_TABLE = re.compile(r"\[\[?([\w.]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"([\w.]+) = .*")
_OWN_WORDS = re.compile(r"(\w+) = \{.*\b(?:help|example|options|title) = .*")
_STRING = re.compile(r'"[^"]*"')
_NAMED = re.compile(r'(?:id|title) = "([^"]*)"')
_TITLE = re.compile(r'\btitle = "([^"]*)"')
_OWN_NAMES = ("figures", "lists")
"""The tables whose keys the call itself names."""
_LEFT_BEHIND = ("compiled", "notice.txt", TO_CONFIRM)
"""What the build makes, and what the other notice says."""


def begun(folder: Traversable, new_id: str) -> dict[str, bytes]:
    """Return the files of a new call by their path in its folder.

    Whatever may be different in the new notice gets a line above it that says 〔待填〕; what cannot
    hold such a line, as JSON and Word templates, is listed in a file of its own. Whom to ask is
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
    copied = files_of(folder, _is_left_behind)
    files = {path: entry.read_bytes() for path, entry in copied}
    mark: Mapping[str, Callable[[str], Iterator[str]]] = {
        "call.toml": lambda text: _main(text, new_id),
        "notice.toml": _entries("逐条换成新通知的原文，并核对每一段的规则"),
        "rules.toml": _each_rule,
        "documents.toml": _each_document,
        "questions.toml": _questions,
        "precheck.toml": _questions,
        "readings.toml": _readings,
        SITUATIONS: _entries("逐条换成新通知的情形和应有的结果"),
    }
    to_confirm: list[str] = []
    for path in sorted(files):
        if path in mark:
            text = files[path].decode("utf-8-sig")
            files[path] = "\n".join([*mark[path](text), ""]).encode()
        elif path.endswith(".md"):
            files[path] = _page(files[path].decode("utf-8-sig")).encode()
        elif path in (EXAMPLE, MINIMAL):
            to_confirm.append(f"{path}：{MARK}换成新通知的样例")
        elif path.endswith(".docx"):
            to_confirm.append(f"{path}：{MARK}核对模板里的标题、年份和固定的话")
    files[TO_CONFIRM] = "".join(f"{line}\n" for line in (_HOW, *to_confirm)).encode()
    return files


_HOW = "下面的文件里不能写注释。每核对好一个，就删去它的这一行；都删去后，这个文件也可以删去。"


def _is_left_behind(path: str) -> bool:
    return is_aside(path) or path.rpartition("/")[2] in _LEFT_BEHIND


def _main(text: str, new_id: str) -> Iterator[str]:
    """Mark each key of call.toml, and each material as a whole."""
    table = ""
    for line in text.splitlines():
        found, key = _TABLE.fullmatch(line), _KEY.fullmatch(line)
        if found:
            table = found[1]
            if table == "materials":
                yield f"# {MARK}核对这项材料的名称、条款和看它是否备齐的问题"
        if key is None or table == "materials":
            yield line
        elif not table and key[1] == "id":
            yield f'id = "{new_id}"'
        elif table == "contact":
            yield _STRING.sub(f'"{MARK}"', line)
        else:
            own = f" {key[1]}" if table in _OWN_NAMES else ""
            yield f"# {MARK}{title_of(table if own else key[1])}{own}"
            yield line


def _entries(said: str) -> Callable[[str], Iterator[str]]:
    """Return what puts one mark above the first entry of a file."""

    def mark(text: str) -> Iterator[str]:
        first = True
        for line in text.splitlines():
            if first and line.startswith("[["):
                yield f"# {MARK}{said}"
                first = False
            yield line

    return mark


def _each_rule(text: str) -> Iterator[str]:
    yield from _each(text, "rules", "核对规则 {} 的约束力、数目和说法")


def _each_document(text: str) -> Iterator[str]:
    yield from _each(text, "documents", "核对文档“{}”的名称、条款和用途")


def _each(text: str, table: str, said: str) -> Iterator[str]:
    """Mark each entry of a list, by its id or title."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        found = _TABLE.fullmatch(line)
        if found and found[1] == table:
            named = filter(None, (_NAMED.match(it) for it in lines[number + 1 :]))
            first = next(named, None)
            yield f"# {MARK}{said.format(first[1] if first else '')}"
        yield line


def _questions(text: str) -> Iterator[str]:
    """Mark each question for which the other call has words, examples or answers of its own."""
    for line in text.splitlines():
        found = _OWN_WORDS.fullmatch(line)
        if found:
            title = _TITLE.search(line)
            name = f"“{title[1]}”" if title else f" {found[1]} "
            yield f"# {MARK}核对{name}的名称、说明、举例和可选的答案"
        yield line


def _readings(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.startswith('"'):
            yield f"# {MARK}核对读法 {line.partition('=')[0].strip().strip(_QUOTE)}"
        yield line


_QUOTE = '"'


def _page(text: str) -> str:
    """Mark a page by a comment below its front matter, which readers do not see."""
    lines = text.splitlines()
    end = front_matter(text)
    comment = f"<# {MARK}核对这一页的说法 #>"
    return "\n".join([*lines[:end], comment, *lines[end:], ""])
