"""Applications to try templates with: blank, barely begun, every field answered, many members.

The full application is made from the models, so a new field needs no change here.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, TypeVar, get_args, get_origin

from pydantic.fields import FieldInfo

from validator import drafts
from validator.application import Application
from validator.application.asked import asked_by
from validator.application.base import Choice, Section
from validator.attachments.context import build
from validator.calls import Call
from validator.chinese import A_DAY

_DAY: Final = date.fromisoformat(A_DAY)
S = TypeVar("S", bound=Section)
_MEMBERS: Final = 29  # thirty units with the lead
_BEGUN: Final = '{"alliance": {"name": "联盟"}}'


def samples(call: Call) -> dict[str, dict[str, object]]:
    """Return the samples that templates of a call are tried with: contexts by a Chinese name."""
    return {
        f"{name}（{call.id}）": build(application, call, on)
        for name, application, on in _applications(call)
    }


def answered(kind: type[S], rows: int = 2) -> S:
    """Return a section with every question answered, and `rows` rows in every list."""
    values: dict[str, Any] = {
        name: _answer(field.annotation, field, rows) for name, field in kind.model_fields.items()
    }
    return kind.model_construct(**values)


def _applications(call: Call) -> Iterator[tuple[str, Application, date | None]]:
    asked = asked_by(call)
    full, day = answered(asked), call.window.last_day
    yield "空白", asked(), None
    yield "刚开始填", drafts.read(_BEGUN, call).application, day
    yield "全部填写", full, day
    yield "三十家成员", full.model_copy(update={"members": full.members[:1] * _MEMBERS}), day


def _answer(kind: Any, field: FieldInfo, rows: int) -> object:  # noqa: ANN401 - an annotation
    if get_origin(kind) is tuple:
        return tuple(_answer(get_args(kind)[0], field, rows) for _ in range(rows))
    if get_origin(kind) is not None:  # Annotated, or a type and None
        return _answer(get_args(kind)[0], field, rows)
    if issubclass(kind, Section):
        return answered(kind, rows)
    if issubclass(kind, Choice):
        return next(iter(kind))
    if issubclass(kind, str):
        return (field.examples or [field.title])[0]
    return {bool: True, int: 2022, float: 1234.5, date: _DAY}[kind]
