"""What is ready for the binder, and which certificate belongs to which unit."""

import pytest

from validator.application import Application, Unit
from validator.application.choices import Category
from validator.attachments.binder import binder
from validator.attachments.certificates import certificate
from validator.calls import Call, CallError, load
from validator.example import example

CALL = load("shanxi_alliance_2023")


def _ready(application: Application) -> dict[str, bool | None]:
    return {bound.position: bound.ready for bound in binder(application, CALL)}


def test_the_materials_stand_in_the_order_of_the_notice() -> None:
    bound = [(it.position, it.title) for it in binder(Application(), CALL)]
    assert bound == [(it.position, it.title) for it in CALL.materials]


def test_nothing_is_ready_before_anything_is_answered() -> None:
    assert set(_ready(Application()).values()) == {None}


def test_everything_is_ready_in_a_complete_application() -> None:
    assert set(_ready(example(CALL)).values()) == {True}


def test_one_part_that_is_lacking_is_enough() -> None:
    given = {
        "lead": {"evidence": {"licence": False}},
        "organs": {"council": {"people": ({"name": "王"},)}},
        "evidence": {"operation": {"records": True, "mechanism": True}},
    }
    ready = _ready(Application.model_validate(given))
    assert (ready["三（二）4"], ready["三（二）6"], ready["三（二）7"]) == (None, None, False)


def test_a_call_with_other_materials_says_what_shows_that_they_are_ready() -> None:
    materials = [
        {"title": "推荐函", "position": "四（一）1", "ready": ("/submission/opinion",)},
        {"title": "成员名单", "position": "三（二）4", "ready": ("/members",)},
        {"title": "证照", "position": "三（二）7", "each_unit": ("/evidence/licence",)},
        {"title": "说明", "position": "三（二）6"},
    ]
    call = Call.model_validate({**CALL.model_dump(), "materials": tuple(materials)})
    given = {"submission": {"opinion": True}, "members": ({"evidence": {"licence": True}},)}
    found = binder(Application.model_validate(given), call)
    assert [it.ready for it in found] == [True, True, None, None]
    assert [it.ready for it in binder(example(CALL), call)] == [True, True, True, None]


PLACE = "call.toml 第 1 项材料（函）的 "


@pytest.mark.parametrize(
    ("material", "told"),
    [
        ({"ready": ("/evidence/chater/ready",)}, PLACE + "ready：“/evidence/chater/ready”不"),
        ({"ready": ("evidence",)}, PLACE + "ready：“evidence”不是表单里的问题"),
        ({"ready": ("/lead/name",)}, PLACE + "ready：“/lead/name”既不是"),
        ({"each_unit": ("/licence",)}, PLACE + "each_unit：“/licence”不是表单里的问题"),
    ],
)
def test_a_place_that_cannot_tell_is_named(material: dict[str, object], told: str) -> None:
    materials = [{"title": "函", "position": "三（二）4"} | material]
    call = Call.model_validate({**CALL.model_dump(), "materials": tuple(materials)})
    with pytest.raises(CallError, match=told):
        binder(Application(), call)


@pytest.mark.parametrize(
    ("uscc", "category", "named"),
    [
        ("91140100MA0000007Q", Category.INSTITUTE, "营业执照"),
        ("121400000000000000", Category.UNIVERSITY, "事业单位法人证书"),
        ("52140000MJ000000X9", Category.ENTERPRISE, "民办非企业单位登记证书"),
        (None, Category.ENTERPRISE, "营业执照"),
        (None, Category.UNIVERSITY, "营业执照、事业单位法人证书或登记证书"),
        (None, None, "营业执照、事业单位法人证书或登记证书"),
    ],
)
def test_the_certificate_follows_the_code_then_the_category(
    uscc: str | None, category: Category | None, named: str
) -> None:
    assert certificate(Unit(uscc=uscc, category=category)) == named


def test_a_unit_abroad_brings_its_registration() -> None:
    assert certificate(Unit(no_uscc=True)) == "境外或港澳台的登记证明"
    assert certificate(Unit(no_uscc=True, uscc="91140100MA0000007Q")) == "营业执照"
