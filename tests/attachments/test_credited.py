"""Who declares good credit, and as what."""

import json

import pytest

from validator.application import Application
from validator.attachments.credited import HOST, PARTICIPANT, PARTNER, Credited, credited


def _application(host: str | None, *members: str, partners: tuple[str, ...] = ()) -> Application:
    given = {
        "lead": {"name": "牵头", "uscc": "91140100MA0000007Q", "legal_representative": "王"},
        "members": tuple({"name": name} for name in members),
        "partners": tuple({"name": name} for name in partners),
        "organs": {"office": {"host": host}},
    }
    return Application.model_validate(given)


def _roles(application: Application) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(unit.name, unit.roles) for unit in credited(application)]


def test_the_lead_is_host_and_participant_and_brings_its_code() -> None:
    lead = credited(_application(None, "甲"))[0]
    assert lead.roles == (HOST, PARTICIPANT)
    assert (lead.uscc, lead.legal_representative) == ("91140100MA0000007Q", "王")


def test_members_participate_and_partners_cooperate() -> None:
    application = _application("牵头", "甲", partners=("乙",))
    assert _roles(application)[1:] == [("甲", (PARTICIPANT,)), ("乙", (PARTNER,))]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("甲（太原）", [("甲(太原)", (HOST, PARTICIPANT)), ("乙", (PARTNER,))]),
        ("乙", [("甲(太原)", (PARTICIPANT,)), ("乙", (HOST, PARTNER))]),
        ("丙", [("丙", (HOST,)), ("甲(太原)", (PARTICIPANT,)), ("乙", (PARTNER,))]),
    ],
)
def test_the_host_of_the_office_declares_once(
    host: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert _roles(_application(host, "甲(太原)", partners=("乙",)))[1:] == expected


def test_what_stands_in_the_place_of_a_code_that_a_unit_does_not_have() -> None:
    abroad = ({"no_uscc": True, "registration": "登记号 1234567"}, {"no_uscc": True}, {})
    units = credited(Application.model_validate({"members": abroad}))[1:]
    assert [unit.uscc for unit in units] == [
        "无此代码（登记号 1234567）",
        "无此代码（登记号待填）",
        None,
    ]


def test_without_members_a_blank_statement_follows_to_be_copied() -> None:
    assert credited(Application())[1:] == (Credited(),)


@pytest.mark.parametrize(
    ("results", "blacklisted"),
    [
        ((), None), (("clear",), False), (("clear", None), None), (("clear", "found"), True),
        ((None, "found"), True),
    ],
)  # fmt: skip
def test_a_record_counts_once_found_and_none_only_when_all_queries_say_so(
    results: tuple[str | None, ...],
    blacklisted: bool | None,  # noqa: FBT001
) -> None:
    queries = [{"result": result} for result in results]
    given = json.dumps({"lead": {"credit": {"queries": queries}}})
    application = Application.model_validate_json(given)
    assert credited(application)[0].credit.blacklisted is blacklisted
