"""The materials of a call in the order in which they are bound, each with whether it is ready."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_origin

from validator.application import Application
from validator.application.asked import asked_by
from validator.application.base import Section
from validator.application.pointers import question
from validator.calls import Call, CallError
from validator.calls.places import place as place_in_words


@dataclass(frozen=True)
class Bound:
    """One of the materials of the notice.

    Attributes:
        title: What the notice calls the material.
        position: The clause that asks for the material.
        ready: Whether the applicant says that the material is ready; None while unanswered.
    """

    title: str
    position: str
    ready: bool | None


def binder(application: Application, call: Call) -> tuple[Bound, ...]:
    """Return the materials of the notice, in its order, each with the applicant's answer.

    Raises:
        CallError: The call says that a material is ready by an answer that cannot tell that.
    """
    faults = unusable_places(call)
    if faults:
        raise CallError.of(faults)
    units = (application.lead, *application.members)
    return tuple(
        Bound(
            material.title,
            material.position,
            _all(
                [
                    *(_answer(application, place) for place in material.ready),
                    *(_answer(unit, place) for place in material.each_unit for unit in units),
                ]
            ),
        )
        for material in call.materials
    )


@cache
def unusable_places(call: Call) -> tuple[str, ...]:
    """Return what is wrong with the places that tell whether materials are ready, in Chinese."""
    return tuple(_unusable(call))


def _unusable(call: Call) -> Iterator[str]:
    said = call.model_dump()
    for number, material in enumerate(call.materials):
        places = [("ready", place, place) for place in material.ready]
        places += [("each_unit", place, f"/lead{place}") for place in material.each_unit]
        for key, written, place in places:
            reason = _fault(place, asked_by(call))
            if reason:
                where = place_in_words(("materials", number, key), said)
                yield f"{where}：“{written}”{reason}"


def _fault(place: str, asked: type[Section]) -> str:
    try:
        kind = question(place, asked).annotation
    except LookupError:
        return "不是表单里的问题，请核对写法，如 /evidence/charter/ready"
    if kind == bool | None or get_origin(kind) is tuple:
        return ""
    return "既不是“是或否”的问题，也不是列表，看不出是否备齐"


def _answer(section: object, place: str) -> bool | None:
    value: Any = section
    for step in place.split("/")[1:]:
        value = getattr(value, step)
    return (bool(value) or None) if isinstance(value, tuple) else value


def _all(answers: Iterable[bool | None]) -> bool | None:
    """Return False when any part is False, else None when any or each is unanswered, else True."""
    given = list(answers)
    if False in given:
        return False
    return None if None in given or not given else True
