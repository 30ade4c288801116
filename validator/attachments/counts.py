"""Numbers of members for the documents: as the applicant states them, else counted."""

from dataclasses import dataclass

from validator.application import Application
from validator.application.alliance import Counts
from validator.application.membership import by_category, core, count, distinct
from validator.application.names import plain_name, plain_names
from validator.calls import Call
from validator.reference import DOUBLE_FIRST_CLASS


@dataclass(frozen=True)
class Reach:
    """How many members are from the preferred regions, and how many are 双一流 schools.

    Both are None until all members are listed.
    """

    partner_regions: int | None = None
    double_first_class: int | None = None


def counts(application: Application) -> Counts:
    """Return the member counts of the form.

    Args:
        application: What was declared.

    Returns:
        The numbers that the applicant stated. Numbers not stated, or not asked for by the call,
        are counted once the applicant says that all members are listed, and are None until then.
    """
    stated = application.alliance.counts
    written = Counts.model_construct(
        **{name: getattr(stated, name) for name in Counts.model_fields}
    )
    if not application.alliance.members_listed:
        return written
    counted = _counted(application).items()
    return written.model_copy(
        update={name: number for name, number in counted if getattr(written, name) is None},
    )


def sealed(application: Application) -> int:
    """Return how many members have sealed the agreement."""
    units = (application.lead, *application.members)
    return count(unit for unit in units if unit.signature.sealed)


def reach(application: Application, call: Call) -> Reach:
    """Return how many members are from the preferred regions or are 双一流 schools."""
    if not application.alliance.members_listed:
        return Reach()
    units = distinct((application.lead, *application.members))
    schools = plain_names(DOUBLE_FIRST_CLASS)
    preferred = call.region.partners if call.region else ()
    return Reach(
        partner_regions=sum(unit.province in preferred for unit in units),
        double_first_class=sum(plain_name(unit.name or "") in schools for unit in units),
    )


def _counted(application: Application) -> dict[str, int]:
    units = (application.lead, *application.members)
    kinds = {kind.value: number for kind, number in by_category(units).items()}
    return {
        "total": count(units),
        "core": count(core(application.lead, application.members)),
        **kinds,
    }
