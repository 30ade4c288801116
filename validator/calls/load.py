"""Reads a call from its folder; an error names file, key and reason of each mistake."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ValidationError

from validator.calls.call import Call
from validator.calls.errors import CallError
from validator.calls.folder import HOME, MAIN, TEMPLATES, Folder, packaged, packaged_ids
from validator.problems import describe

_WRONG = "通知数据有误：\n"
_TOML_PLACE = re.compile(r"at line (\d+), column (\d+)")


DEFAULT: str = tomllib.loads(HOME.text("calls.toml"))["default"]
"""The id of the call that is meant where a draft names none."""


OWN_FILE = {"clauses": "notice.toml", "rules": "rules.toml", "documents": "documents.toml"}
"""The file of each list that has a file of its own; all other keys stand in call.toml."""
TABLES = ("questions", "precheck", "readings")
"""Each is a whole file of this name: the keys in it are the form's, none of them the call's own."""


_brought: dict[str, Call] = {}
"""The calls that `bring` was given, by id."""


def load(call_id: str) -> Call:
    """Return a call: one that was brought, else the packaged one.

    Raises:
        CallError: no call has this id, or the call's data is wrong.
    """
    return _brought.get(call_id) or _packaged(call_id)


@cache  # every draft that is read asks for its call
def _packaged(call_id: str) -> Call:
    return _read(packaged(call_id))


def available() -> tuple[str, ...]:
    """Return the ids of the calls that `load` knows, sorted."""
    return tuple(sorted({*packaged_ids(), *_brought}))


def bring(folder: Folder) -> Call:
    """Make a call known from its folder, in the place of a known call with the same id.

    Raises:
        CallError: the folder holds no call, or the call's data is wrong.
    """
    call = _read(folder)
    _brought[call.id] = call
    return call


def read(folder: Traversable) -> Call:
    """Return the call of a folder, which may lie anywhere.

    Raises:
        CallError: a file is missing or not UTF-8, or its data is wrong.
    """
    return _read(Folder(lambda: folder))


def _read(folder: Folder) -> Call:
    names = (MAIN, *OWN_FILE.values(), *map(_file, TABLES))
    call = parse({name: folder.text(name) for name in names})
    faults = list(_unmatched(call, folder))
    if faults:
        raise CallError(_WRONG + "\n".join(faults))
    return call.within(folder)


def _unmatched(call: Call, folder: Folder) -> Iterator[str]:
    """Tell which attachment has no template, and which template belongs to no attachment."""
    there = folder.templates()
    if there is None:
        return
    for number, known in enumerate(call.documents):
        if known.template not in there:
            yield (
                f"documents.toml 的 documents.{number}.template：文件夹 {TEMPLATES} 里没有"
                f"“{known.template}”，请放进去，或改成已有的文件名"
            )
    for name in there.keys() - {known.template for known in call.documents}:
        yield f"{TEMPLATES} 里的“{name}”：documents.toml 没有登记这个模板，请登记或移走"


def parse(texts: Mapping[str, str]) -> Call:
    """Return the call that the texts of its files describe.

    Args:
        texts: the text of each file of the folder, by its name.

    Raises:
        CallError: a text is not TOML, or a key is missing, unknown, wrong or in the wrong file.
    """
    said: dict[str, Any] = {}
    misplaced: list[str] = []
    for name, text in texts.items():
        read_in = _toml(name, text)
        table = name.removesuffix(".toml")
        if table in TABLES:
            said[table] = read_in
            continue
        for key, value in read_in.items():
            home = OWN_FILE.get(key, MAIN)
            if home == name:
                said[key] = value
            else:
                reason = f"应写在 {home} 中" if key in OWN_FILE else "没有这一项，请核对名称"
                misplaced.append(f"{name} 的 {key}：{reason}")
    if misplaced:
        raise CallError(_WRONG + "\n".join(misplaced))
    try:
        return Call.model_validate(_frozen(said))
    except ValidationError as error:
        problems = (f"{_place(item['loc'])}：{describe(item)}" for item in error.errors())
        raise CallError(_WRONG + "\n".join(problems)) from None


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        where = f"第 {place[1]} 行第 {place[2]} 列附近有误" if place else "文件不完整"
        message = f"{name} 不是有效的 TOML：{where}"
        raise CallError(message) from None


def _file(table: str) -> str:
    return f"{table}.toml"


def _place(location: tuple[int | str, ...]) -> str:
    """Name the file in which a key stands, and the key."""
    if not location:
        return "（整体）"
    first, *rest = map(str, location)
    if first in TABLES:
        return f"{_file(first)} 的 {'.'.join(rest) or '（整体）'}"
    return f"{OWN_FILE.get(first, MAIN)} 的 {'.'.join((first, *rest))}"


def _frozen(value: Any) -> Any:  # noqa: ANN401 - any TOML value
    """Return a value with its lists as tuples, since strict models refuse a list for a tuple."""
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
