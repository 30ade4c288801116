"""Tells what pydantic finds wrong in a call's data: place, reason and way out, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from validator.calls.places import OWN_FILE, TABLES, place
from validator.nearest import hint
from validator.problems import describe

_WAYS_OUT = {
    "missing": "，请补上",
    "int_type": "，不加引号，如 6",
    "int_from_float": "，如 6",
    "date_type": "，不加引号",
    "string_type": "，写在双引号里",
    "list_type": '，写作 ["…", "…"]',
    "tuple_type": '，写作 ["…", "…"]',
    "bool_type": "，不加引号",
    "dict_type": "，写作 { 名称 = 值 }，或者另起一段 [名称]",
    "model_type": "，写作 { 名称 = 值 }，或者另起一段 [名称]",
}
"""What to do about a wrong value of TOML, by pydantic's type of the error."""
_PATTERNS = {
    "code": "应为 GB/T 2260 代码的前两位、四位或六位数字，加引号",
    "id": "应以大写英文字母开头，只用英文字母、数字、下划线和连字符，至多 16 个，如 A1",
    "name": "应以小写英文字母开头，只用小写英文字母、数字和下划线",
    "file_name": r"应是以 .docx 结尾的文件名，不含 \ / : * ? < > | 和引号",
    "template": r"应是以 .docx 结尾的文件名，不以 ~ 开头，不含 \ / : * ? < > | 和引号",
}
"""What the values look like that have to match a pattern, by key."""


def mistakes(
    errors: Iterable[ErrorDetails], whole: type[BaseModel], said: Mapping[str, Any]
) -> list[str]:
    """Return what is wrong, a line for each error.

    Args:
        errors: what pydantic found.
        whole: the model that the data should have.
        said: the data, as TOML has it.
    """
    return [
        f"{place(item['loc'], said)}：{told(item, keys_at(whole, item['loc'][:-1]))}"
        for item in errors
    ]


def told(item: Mapping[str, Any], known: Iterable[str] = ()) -> str:
    """Return the reason of an error and the way out of it.

    Args:
        item: an item of `ValidationError.errors()`.
        known: the keys that may stand where the error is.
    """
    kind, key = item["type"], str(item["loc"][-1]) if item["loc"] else ""
    if kind == "extra_forbidden":
        way_out = hint(key, known)
        return f"没有这一项{way_out}" if way_out else describe(item)
    if kind == "string_pattern_mismatch" and key in _PATTERNS:
        return f"格式不对，{_PATTERNS[key]}"
    return describe(item) + _WAYS_OUT.get(kind, "")


def keys_at(model: type[BaseModel], location: Iterable[int | str]) -> list[str]:
    """Return the keys that may stand at a place; none where any may, or the place is unknown."""
    kinds: set[Any] = {model}
    whole_files = not [*location]
    for step in location:
        if isinstance(step, int):
            continue
        fields = (kind.model_fields.get(step) for kind in kinds if _is_model(kind))
        known = {kind for field in fields if field for kind in _models(field.annotation)}
        kinds = known or {kind for kind in kinds if step not in getattr(kind, "model_fields", ())}
    found = [name for kind in kinds if _is_model(kind) for name in kind.model_fields]
    return [it for it in found if it not in (*OWN_FILE, *TABLES)] if whole_files else found


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if _is_model(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
