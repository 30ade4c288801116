"""Puts stand-ins where a call's data is wrong, so that what else is wrong can be told as well."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from validator.calls.call import Call
from validator.calls.mistakes import keys_at
from validator.nearest import nearest

_ROUNDS = 8
"""A stand-in may lack keys itself, which the next round puts in; no data is as deep as this."""
_WORDS = {"id": "X1", "name": "x", "code": "11", "file_name": "x.docx", "template": "x.docx"}
"""Words for keys that do not take every text."""
_ANY = "？"


def mended(said: Mapping[str, Any]) -> Call | None:
    """Return a call with stand-ins for what is wrong; None where that cannot be made.

    The call is for looking further only: nobody may be shown anything of it.

    Args:
        said: the call's data, with tuples for lists.
    """
    data: Any = copy.deepcopy(_open(said))
    for _ in range(_ROUNDS):
        try:
            return Call.model_validate(_closed(data))
        except ValidationError as error:
            for item in error.errors():
                _mend(data, item)
    return None


def _open(value: Any) -> Any:  # noqa: ANN401 - values of TOML
    """Return a value with lists, which can be changed, instead of tuples."""
    if isinstance(value, Mapping):
        return {key: _open(item) for key, item in value.items()}
    return [_open(item) for item in value] if isinstance(value, (list, tuple)) else value


def _closed(value: Any) -> Any:  # noqa: ANN401 - values of TOML
    if isinstance(value, dict):
        return {key: _closed(item) for key, item in value.items()}
    return tuple(map(_closed, value)) if isinstance(value, list) else value


def _mend(data: Any, item: Mapping[str, Any]) -> None:  # noqa: ANN401 - values of TOML
    *above, last = item["loc"]
    holder = data
    try:
        for step in above:
            holder = holder[step]
        wrong = holder[last] if item["type"] != "missing" else None
    except (LookupError, TypeError):
        return
    if item["type"] == "extra_forbidden":
        free = [key for key in keys_at(Call, above) if key not in holder]
        value = holder.pop(last)
        if meant := nearest(str(last), free):
            holder[meant] = value
    elif item["type"] == "value_error" and isinstance(wrong, dict):
        _reconcile(wrong)
    elif not isinstance(holder, list) or isinstance(last, int):
        holder[last] = _stand_in(_kind_at(Call, item["loc"]), str(last))


def _reconcile(table: dict[str, Any]) -> None:
    """Change a table of which the keys contradict each other: a clause, a window, a question."""
    if "parts" in table:
        guided = not any(part.get("rules") for part in table["parts"])
        table["position"] = table["position"] if table.get("guidance", False) != guided else "引言"
        table["guidance"] = guided
    elif "last_day" in table:
        table.pop("first_day", None)
    else:
        table.clear()
        table |= {"kind": "line", "title": _ANY}


def _kind_at(kind: Any, location: Sequence[int | str]) -> Any:  # noqa: ANN401 - any annotation
    for step in location:
        kind = _plain(kind)
        if isinstance(step, int):
            kind = get_args(kind)[0]
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            kind = kind.model_fields[step].annotation
        else:
            kind = get_args(kind)[-1]
    return _plain(kind)


def _plain(kind: Any) -> Any:  # noqa: ANN401 - any annotation
    """Return an annotation without what may also be None, and without marks."""
    if get_origin(kind) is Annotated:
        return _plain(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return _plain(next(it for it in get_args(kind) if it is not NoneType))
    return kind


def _stand_in(kind: Any, key: str) -> object:  # noqa: ANN401 - any annotation
    if get_origin(kind) is tuple:
        return [_stand_in(_plain(get_args(kind)[0]), "")]
    if not isinstance(kind, type):
        return {}
    if issubclass(kind, Enum):
        return next(iter(kind)).value
    plain = {str: _WORDS.get(key, _ANY), bool: False, int: 1, date: date(2000, 1, 1)}
    return plain.get(kind, {})
