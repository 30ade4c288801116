"""Makes a class of answers for each kind of section: `LeadAnswers` for `Lead`, and so on.

The classes are made from the models when this module is imported, and inherit from each other as
the models do: what takes `UnitAnswers` takes `LeadAnswers` and `MemberAnswers`. Type checkers
cannot see such classes and read answers.pyi, which `make reads` writes from the same models.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from validator.application import Application
from validator.application.base import Section
from validator.application.places import make
from validator.case.tracking import Answers, noting


def class_name(kind: type[Section]) -> str:
    """Return the name of the class of answers for a kind of section."""
    return f"{kind.__name__}Answers"


def kinds_below(kind: type[Section]) -> dict[type[Section], None]:
    """Return a kind of section after all kinds that it inherits from or holds, in that order."""
    found: dict[type[Section], None] = {}
    parts = make(kind)
    held = [field.annotation for name, field in parts.fields.items() if name in parts.sections]
    rows = [get_args(parts.fields[name].annotation)[0] for name in parts.rows]
    above = [base for base in kind.__bases__ if base is not Section]
    for other in (*above, *held, *rows):
        found |= kinds_below(other)
    return {**found, kind: None}


def own_fields(kind: type[Section]) -> list[str]:
    """Return the fields that a kind of section does not inherit from another kind."""
    inherited = {name for base in kind.__bases__ for name in getattr(base, "model_fields", ())}
    return [name for name in kind.model_fields if name not in inherited]


def _made(kind: type[Section], known: Mapping[Any, type[Answers]]) -> type[Answers]:
    parts, own = make(kind), set(own_fields(kind))
    bases = tuple(known[base] for base in kind.__bases__ if base is not Section) or (Answers,)
    kinds = {name: known[parts.fields[name].annotation] for name in parts.sections}
    kinds |= {name: known[get_args(parts.fields[name].annotation)[0]] for name in parts.rows}
    noted = {name: noting(name) for name in (*parts.questions, *parts.rows) if name in own}
    slots = tuple(name for name in parts.sections if name in own)
    body = {"__slots__": slots, "__module__": __name__, "section": kind, "kinds": kinds, **noted}
    return type(class_name(kind), bases, body)


def _all() -> dict[str, type[Answers]]:
    known: dict[type[Section], type[Answers]] = {}
    for kind in kinds_below(Application):
        known[kind] = _made(kind, known)
    return {class_name(kind): answers for kind, answers in known.items()}


globals().update(_all())
