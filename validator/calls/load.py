"""Reads a call from its folder; an error names file, key and reason of each mistake."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ValidationError

from validator.calls.call import Call
from validator.problems import RefusedError, describe

_TOML_PLACE = re.compile(r"at line (\d+), column (\d+)")


DEFAULT: str = tomllib.loads(files("validator.calls").joinpath("calls.toml").read_text("utf-8"))[
    "default"
]
"""The id of the call that is meant where a draft names none."""


class CallError(RefusedError):
    """A call's data cannot be used. The message names each key and the reason, in Chinese."""


_MAIN = "call.toml"
_OWN_FILE = {"clauses": "notice.toml", "rules": "rules.toml"}
"""The file of each list that has a file of its own; all other keys stand in call.toml."""
_TABLES = ("questions", "precheck", "readings")
"""Each is a whole file of this name: the keys in it are the form's, none of them the call's own."""


@cache  # in the browser the folder is in an archive, and reading it takes as long as a check
def available() -> tuple[str, ...]:
    """Return the ids of the calls that are packaged here, sorted."""
    folders = (entry for entry in files("validator.calls").iterdir() if entry.is_dir())
    return tuple(sorted(it.name for it in folders if it.joinpath("call.toml").is_file()))


@cache  # every draft that is read asks for its call
def load(call_id: str) -> Call:
    """Return the packaged call `call_id`.

    Raises:
        CallError: no call has this id, or the call's data is wrong.
    """
    if call_id not in available():
        msg = f"没有编号为“{call_id}”的通知；现有：{'、'.join(available())}"
        raise CallError(msg)
    return read(files("validator.calls").joinpath(call_id))


def read(folder: Traversable) -> Call:
    """Return the call of a folder.

    Raises:
        CallError: a file is missing or not UTF-8, or its data is wrong.
    """
    texts: dict[str, str] = {}
    for name in (_MAIN, *_OWN_FILE.values(), *map(_file, _TABLES)):
        file = folder.joinpath(name)
        if not file.is_file():
            message = f"通知的文件夹里没有 {name}"
            raise CallError(message)
        try:
            texts[name] = file.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            message = f"{name} 不是 UTF-8 编码：第 {error.start + 1} 个字节无法识别，请另存为 UTF-8"
            raise CallError(message) from None
    return parse(texts)


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
        if table in _TABLES:
            said[table] = read_in
            continue
        for key, value in read_in.items():
            home = _OWN_FILE.get(key, _MAIN)
            if home == name:
                said[key] = value
            else:
                reason = f"应写在 {home} 中" if key in _OWN_FILE else "没有这一项，请核对名称"
                misplaced.append(f"{name} 的 {key}：{reason}")
    if misplaced:
        raise CallError("通知数据有误：\n" + "\n".join(misplaced))
    try:
        return Call.model_validate(_frozen(said))
    except ValidationError as error:
        problems = (f"{_place(item['loc'])}：{describe(item)}" for item in error.errors())
        raise CallError("通知数据有误：\n" + "\n".join(problems)) from None


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
    if first in _TABLES:
        return f"{_file(first)} 的 {'.'.join(rest) or '（整体）'}"
    return f"{_OWN_FILE.get(first, _MAIN)} 的 {'.'.join((first, *rest))}"


def _frozen(value: Any) -> Any:  # noqa: ANN401 - any TOML value
    """Return a value with its lists as tuples, since strict models refuse a list for a tuple."""
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
