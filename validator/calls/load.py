"""Read a call from its TOML file; a mistake in it is named by key and reason."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from validator.calls.call import Call
from validator.problems import RefusedError, describe

_TOML_PLACE = re.compile(r"at line (\d+), column (\d+)")


DEFAULT = "shanxi_alliance_2023"
"""The call that is meant where a draft names none."""


class CallError(RefusedError):
    """A call's data cannot be used. The message names each key and the reason, in Chinese."""


@cache  # reading the folder costs as much as a check where it is an archive
def available() -> tuple[str, ...]:
    """Ids of the calls that are packaged here, sorted."""
    names = (entry.name for entry in files("validator.calls").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def load(notice_id: str) -> Call:
    """Return the packaged call `notice_id`.

    Raises:
        CallError: there is no such call, or its data is wrong.
    """
    if notice_id not in available():
        msg = f"没有编号为“{notice_id}”的通知；现有：{'、'.join(available())}"
        raise CallError(msg)
    return parse(files("validator.calls").joinpath(f"{notice_id}.toml").read_text("utf-8"))


def parse(text: str) -> Call:
    """Return the call that a TOML text describes.

    Raises:
        CallError: the text is not TOML, or a key is missing, unknown or wrong.
    """
    try:
        return Call.model_validate(_frozen(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        where = f"第 {place[1]} 行第 {place[2]} 列附近有误" if place else "文件不完整"
        msg = f"通知数据不是有效的 TOML：{where}"
        raise CallError(msg) from None
    except ValidationError as error:
        problems = (f"{_key(item['loc'])}：{describe(item)}" for item in error.errors())
        raise CallError("通知数据有误：\n" + "\n".join(problems)) from None


def _frozen(value: Any) -> Any:  # noqa: ANN401 - any TOML value
    """Lists as tuples: the models are strict, and theirs are tuples."""
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _key(location: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in location) or "（整体）"
