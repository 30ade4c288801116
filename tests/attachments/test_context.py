"""Derived names: counts, reach, hidden answers, sample data."""

from validator.application import Application
from validator.application.choices import Category, Tier
from validator.attachments.context import build
from validator.attachments.counts import Reach, counts, reach
from validator.calls import load
from validator.example import example

CALL = load("shanxi_alliance_2023")


def _application(*, listed: bool | None, total: int | None = None) -> Application:
    members = (
        {"category": Category.UNIVERSITY, "tier": Tier.CORE, "province": "北京市",
         "name": "中国地质大学(北京)"},
        {"category": Category.GOVERNMENT, "tier": Tier.ORDINARY},
        {},
    )  # fmt: skip
    alliance = {"members_listed": listed, "counts": {"total": total}}
    lead = {"category": Category.ENTERPRISE}
    return Application.model_validate({"alliance": alliance, "lead": lead, "members": members})


def test_numbers_are_counted_only_from_a_complete_list() -> None:
    unfinished = _application(listed=None)
    assert set(counts(unfinished).model_dump().values()) == {None}
    assert reach(unfinished, CALL) == Reach()
    complete = _application(listed=True)
    counted = counts(complete)
    assert (counted.total, counted.core, counted.enterprise, counted.other) == (4, 2, 1, 1)
    assert reach(complete, CALL) == Reach(partner_regions=1, double_first_class=1)


def test_a_number_written_by_the_applicant_stands() -> None:
    assert counts(_application(listed=True, total=31)).total == 31


def test_the_lead_comes_first_among_units_and_every_year_has_figures() -> None:
    application = example(CALL)
    context = build(application, CALL, None)
    assert context["units"][0] == application.lead
    assert [figures.year for figures in context["figures"]] == [2020, 2021, 2022]
    assert context["figures"] == application.lead.figures
