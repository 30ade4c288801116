"""A unit is counted once, by rules, tables and documents alike."""

import csv
import io

from validator.application import Application, Member
from validator.application.choices import Category
from validator.application.membership import by_category, core, count
from validator.attachments.counts import counts
from validator.calls import load
from validator.check import check
from validator.example import example
from validator.tables.summary import summary_csv

CALL = load("shanxi_alliance_2023")
COMPLETE = example(CALL)


def _with(*rows: Member) -> Application:
    unwritten = COMPLETE.alliance.model_copy(update={"counts": type(COMPLETE.alliance.counts)()})
    members = (*COMPLETE.members, *rows)
    return COMPLETE.model_copy(update={"members": members, "alliance": unwritten})


TWICE = _with(
    COMPLETE.members[2],
    Member(
        **{name: getattr(COMPLETE.lead, name) for name in Member.model_fields if name != "tier"}
    ),
)


def test_a_unit_that_stands_twice_is_one_everywhere() -> None:
    units = (TWICE.lead, *TWICE.members)
    assert (len(units), count(units), count(core(TWICE.lead, TWICE.members))) == (14, 12, 11)
    assert sum(by_category(units).values()) == 12
    printed = counts(TWICE)
    assert (printed.total, printed.core, printed.enterprise) == (12, 11, 7)
    *_, row = csv.reader(io.StringIO(summary_csv([TWICE])))
    assert row[5:8] == ["11", "12", "7"]
    said = {f.rule: f.message for f in check(TWICE, CALL).findings}
    assert "核心成员 11 家" in said["R21"]
    assert "成员 12 家" in said["R22"]


def test_a_row_without_code_is_the_unit_of_its_name() -> None:
    code = COMPLETE.members[0].uscc
    rows = [Member(name="甲公司"), Member(name="甲公司", uscc=code), Member(name="乙公司")]
    assert count(rows) == count(rows[::-1]) == 2


def test_rows_without_code_and_name_are_units_of_their_own() -> None:
    assert count([Member(), Member()]) == 2


def test_the_first_row_speaks_for_the_unit() -> None:
    rows = [
        Member(name="甲", category=Category.ENTERPRISE),
        Member(name="甲 ", category=Category.UNIVERSITY),
    ]
    assert by_category(rows)[Category.ENTERPRISE] == 1
    assert by_category(rows)[Category.UNIVERSITY] == 0
