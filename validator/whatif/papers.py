"""Changes of what the papers say, each for a rule that is not met or left to people."""

from __future__ import annotations

from collections.abc import Iterator

from validator.chinese import in_chinese
from validator.report import Status
from validator.rules.agreement import last_founding_signature, sealed_and_effective
from validator.rules.organisation import office_at_lead
from validator.rules.submission import electronic_copy
from validator.whatif.change import Change, Situation


def changed_papers(now: Situation) -> Iterator[Change]:
    """Yield the changes of what could be written otherwise."""
    yield from _agreement_in_force_when_signed(now)
    yield from _office_at_the_lead(now)
    yield from _label_with_the_name(now)


def _agreement_in_force_when_signed(now: Situation) -> Iterator[Change]:
    """协议生效日改填最晚的签署盖章日, where the stated day is earlier; a later day may stay."""
    signed = last_founding_signature(now.case)
    stated = now.application.agreement.effective_on
    aims = now.found(sealed_and_effective, Status.REVIEW)
    if aims and signed and stated and stated < signed:
        agreement = now.application.agreement.model_copy(update={"effective_on": signed})
        yield now.to(
            f"协议生效日改填最晚的签署盖章日{in_chinese(signed)}",
            aims,
            ("/agreement/effective_on",),
            agreement=agreement,
        )


def _office_at_the_lead(now: Situation) -> Iterator[Change]:
    """常设执行机构改设在牵头单位."""
    lead, organs = now.application.lead.name, now.application.organs
    if lead and (aims := now.found(office_at_lead, Status.REVIEW)):
        office = organs.office.model_copy(update={"host": lead})
        yield now.to(
            f"常设执行机构改设在牵头单位{lead}",
            aims,
            ("/organs/office/host",),
            organs=organs.model_copy(update={"office": office}),
        )


def _label_with_the_name(now: Situation) -> Iterator[Change]:
    """载体按联盟名称标注."""
    name, submission = now.application.alliance.name, now.application.submission
    aims = now.found(electronic_copy, Status.NOT_MET)
    if aims and name and submission.medium_label:
        yield now.to(
            f"载体改按联盟名称“{name}”标注",
            aims,
            ("/submission/medium_label",),
            submission=submission.model_copy(update={"medium_label": name}),
        )
