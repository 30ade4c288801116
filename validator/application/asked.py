"""Makes the model of an application to a call: what the call asks, in its order and words.

The models of this package are the vocabulary: all that can be asked. A call chooses from them, and
adds questions of its own (`own.py`). Where a call asks all of a kind of section, in the order and
words of the vocabulary, the vocabulary's class is used; else a subclass is made. A subclass also
has the questions that are not asked, always unanswered, so that code may read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import cache, lru_cache
from typing import Any, TypeVar, cast, get_origin

from pydantic import create_model
from pydantic.fields import FieldInfo

from validator.application.application import Application
from validator.application.base import Section, condition_of
from validator.application.listed import check, entries
from validator.application.own import own_question
from validator.application.pointers import question, section_of
from validator.calls import Call, Sections, Wording

Some = TypeVar("Some", bound=Section)
_ALWAYS: Mapping[type[Section], tuple[str, ...]] = {Application: ("notice",)}
"""The question that every application has and no call lists: which call the draft answers."""


@lru_cache(maxsize=32)  # Whatever reads, shows or writes answers calls this.
def asked_by(call: Call) -> type[Application]:
    """Return the model of an application to a call.

    Raises:
        CallError: questions.toml names a part or a question that there is not, lists a question
            before the one on which it depends, or has a question of its own that cannot be asked.
    """
    return chosen(Application, call.questions, "questions.toml")


def title_in(call: Call, place: str) -> str:
    """Return what a call calls a question, part or list; where it is not asked, the vocabulary.

    Args:
        call: the call.
        place: a JSON pointer, such as /alliance/name or /lead.
    """
    try:
        field = question(place, asked_by(call))
    except LookupError:
        field = question(place, Application)
    return field.title or ""


def chosen(whole: type[Some], said: Sections, file: str) -> type[Some]:
    """Return the model of what a call asks of a whole.

    Args:
        whole: the vocabulary, such as `Application`.
        said: what the call asks, such as `Call.questions`.
        file: the file of the call's folder in which that stands.

    Raises:
        CallError: as `asked_by`.
    """
    check(whole, said, file)
    return cast("type[Some]", _chosen(whole, said, {}))


def _chosen(
    kind: type[Section], said: Sections, made: dict[type[Section], type[Section]]
) -> type[Section]:
    if kind not in made:
        asked = dict.fromkeys(_ALWAYS.get(kind, ()), Wording()) | entries(kind, said)
        fields = {name: _field(kind, name, asked[name], said, made) for name in asked}
        made[kind] = with_fields(kind, fields)
    return made[kind]


def _field(
    kind: type[Section],
    name: str,
    words: Wording,
    said: Sections,
    made: dict[type[Section], type[Section]],
) -> FieldInfo:
    """Return a question, part or list as the call asks it; unchanged, the vocabulary's object."""
    if words.kind is not None:
        return own_question(words)
    field = kind.model_fields[name]
    changed: dict[str, Any] = {}
    if words.title and words.title != field.title:
        changed["title"] = words.title
    inner = section_of(field.annotation)
    if inner is not None and (other := _chosen(inner, said, made)) is not inner:
        is_list = get_origin(field.annotation) is tuple
        changed["annotation"] = tuple[other, ...] if is_list else other  # type: ignore[valid-type]
        if not is_list:
            changed["default_factory"] = other
    condition = condition_of(field)
    if condition is not None and condition.earlier not in entries(kind, said):
        extra = cast("Mapping[str, Any]", field.json_schema_extra)
        kept = {key: value for key, value in extra.items() if key not in ("shown_if", "hidden_if")}
        changed["json_schema_extra"] = kept or None
    if not changed:
        return field
    field = copy(field)
    for attribute, value in changed.items():
        setattr(field, attribute, value)
    return field


def with_fields(kind: type[Some], fields: Mapping[str, FieldInfo]) -> type[Some]:
    """Return a kind of section with these fields alone, in their order.

    pydantic gives a subclass all fields of its base, in the order of the base, so the fields are
    exchanged once the subclass is there. Its validator is built when it is first used: built at
    once it would have the fields of the base, and most parts never need one of their own (a quarter
    of the time for a call that asks half). An object has a blank for each field that was left out.

    Args:
        kind: the kind of section; returned itself where the fields are its own.
        fields: the fields by name.
    """
    own = kind.model_fields
    if [*map(id, fields.values())] == [*map(id, own.values())]:
        return kind
    made = create_model(
        kind.__name__,
        __base__=kind,
        __module__=kind.__module__,
        __cls_kwargs__={"defer_build": True},
    )
    for name, field in own.items():
        if name not in fields:
            setattr(made, name, _blank(field))
    made.__pydantic_fields__.clear()
    made.__pydantic_fields__.update(fields)
    return made


def is_left_out(section: object, name: str) -> bool:
    """Whether a name is that of a question which the call of a section does not ask."""
    kind = type(section)
    if not issubclass(kind, Section) or name in kind.model_fields:
        return False
    return any(name in getattr(base, "model_fields", ()) for base in kind.__mro__)


def _blank(field: FieldInfo) -> object:
    """Return the blank in place of the answer to a question that is not asked."""
    if get_origin(field.annotation) is tuple and section_of(field.annotation):
        return ()
    inner = section_of(field.annotation)
    return None if inner is None else _nothing_of(inner).model_construct()


@cache
def _nothing_of(kind: type[Section]) -> type[Section]:
    """Return a subclass of a kind of section, without any question."""
    return with_fields(kind, {})
