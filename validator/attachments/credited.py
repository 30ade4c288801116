"""The units that declare good credit (三（一）7): 依托单位、参与单位、合作单位 (reading 4.8)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from validator.application import Application, Unit
from validator.application.credit import Credit, Partner
from validator.application.names import same_name

HOST: Final = "依托单位"
PARTICIPANT: Final = "参与单位"
PARTNER: Final = "合作单位"
ROLES: Final = (HOST, PARTICIPANT, PARTNER)


@dataclass(frozen=True)
class Credited:
    """One unit that declares good credit.

    Attributes:
        name: The unit's full name.
        roles: The unit's roles, of `ROLES`; none for the blank that is to be copied.
        uscc: The unit's credit code, or the words printed for a unit without one; lead and
            members only.
        legal_representative: The unit's 法定代表人; lead and members only.
        credit: What the unit declares.
    """

    name: str | None = None
    roles: tuple[str, ...] = ()
    uscc: str | None = None
    legal_representative: str | None = None
    credit: Credit = field(default_factory=Credit)


def credited(application: Application) -> tuple[Credited, ...]:
    """Return every unit whose credit the notice asks about, the lead first.

    Args:
        application: What was declared.

    Returns:
        The lead, a 依托单位 that is neither member nor partner, the members, the partners. While no
        member is listed, a blank unit stands for the members, to be copied by hand for each.
    """
    return tuple(_credited(application))


def _credited(application: Application) -> Iterator[Credited]:
    host = application.organs.office.host
    yield _unit(application.lead, (HOST, PARTICIPANT))
    others: tuple[Unit | Partner, ...] = (
        application.lead,
        *application.members,
        *application.partners,
    )
    if host and not any(same_name(host, other.name) for other in others):
        yield Credited(host, (HOST,))
    for member in application.members:
        yield _unit(member, _roles(member.name, host, PARTICIPANT))
    if not application.members:
        yield Credited()
    for partner in application.partners:
        yield Credited(partner.name, _roles(partner.name, host, PARTNER), credit=partner.credit)


def _unit(unit: Unit, roles: tuple[str, ...]) -> Credited:
    return Credited(unit.name, roles, unit.code, unit.legal_representative, unit.credit)


def _roles(name: str | None, host: str | None, role: str) -> tuple[str, ...]:
    return (HOST, role) if host and same_name(host, name) else (role,)
