"""The materials of 三（二） in the order in which they are bound, each with whether it is ready."""

from collections.abc import Mapping
from dataclasses import dataclass

from validator.application import Application
from validator.calls import Call


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
    """Return the materials of the notice, in its order, each with the applicant's answer."""
    ready = _ready(application)
    return tuple(
        Bound(material.title, material.position, ready.get(material.position))
        for material in call.materials
    )


def _ready(application: Application) -> Mapping[str, bool | None]:
    evidence, organs = application.evidence, application.organs
    bodies = (organs.council, organs.committee, organs.office)
    operation = evidence.operation
    units = [unit.evidence for unit in (application.lead, *application.members)]
    return {
        "三（二）1": evidence.application_form.ready,
        "三（二）2": evidence.agreement.ready,
        "三（二）3": evidence.report.ready,
        "三（二）4": all(body.people for body in bodies) or None,
        "三（二）5": evidence.charter.ready,
        "三（二）6": _all(operation.records, operation.mechanism, operation.structure),
        "三（二）7": _all(*(it.licence for it in units), *(it.introduction for it in units)),
    }


def _all(*answers: bool | None) -> bool | None:
    """Return False when any part is False, else None when any part is unanswered, else True."""
    if False in answers:
        return False
    return None if None in answers else True
