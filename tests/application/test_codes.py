"""Codes: the structure is checked as input, check digits for the rules."""

import pytest
from pydantic import TypeAdapter, ValidationError

from validator.application import Application
from validator.application.codes import (
    ALPHABET,
    HighTechCertificate,
    Uscc,
    check_digit,
    check_digits_hold,
    organisation_digit,
)
from validator.drafts import read
from validator.problems import describe

USCC, CERTIFICATE = TypeAdapter(Uscc), TypeAdapter(HighTechCertificate)
SOUND = [
    "91140100MA0000007Q",
    "91140000000000000T",
    "121400000000000000",  # the sum leaves no rest: the digit is 0, not 31
    "12100000000000000F",
    "52140000MJ000000X9",  # the organisation's digit is X
    "51140000000000000Y",
    "93140900MA0000007U",
    "92140100MA0000007M",
    "91149900MA0000007H",
    "91110108MA00000070",
    "91120116MA0000007N",
    "91130100MA0000007L",
]
GENUINE_BUT_FAILING = ["91350203M0001QKT19", "91350203M0001QAY9B"]


@pytest.mark.parametrize("code", SOUND)
def test_both_digits_of_a_sound_code_hold(code: str) -> None:
    assert USCC.validate_python(code) == code
    assert check_digit(code[:17]) == code[17]
    assert organisation_digit(code[8:16]) == code[16]
    assert check_digits_hold(code)


@pytest.mark.parametrize("code", GENUINE_BUT_FAILING)
def test_a_genuine_code_may_fail_and_is_still_no_input_error(code: str) -> None:
    assert USCC.validate_python(code) == code
    assert check_digit(code[:17]) != code[17]
    assert organisation_digit(code[8:16]) == code[16]
    assert not check_digits_hold(code)


def test_the_organisations_digit_is_tested_too() -> None:
    code = "91140100MA0000006M"
    assert check_digit(code[:17]) == code[17]
    assert not check_digits_hold(code)


@pytest.mark.parametrize("code", SOUND)
def test_every_substitution_of_one_character_is_caught(code: str) -> None:
    passed = [
        code[:place] + letter + code[place + 1 :]
        for place in range(18)
        for letter in set(ALPHABET) - {code[place]}
    ]
    assert len(passed) == 18 * 30
    assert [wrong for wrong in passed if check_digits_hold(wrong)] == []


@pytest.mark.parametrize("code", SOUND)
def test_every_swap_of_two_neighbours_is_caught(code: str) -> None:
    swaps = {code[:n] + code[n + 1] + code[n] + code[n + 2 :] for n in range(17)} - {code}
    assert [wrong for wrong in swaps if check_digits_hold(wrong)] == []


def test_the_worked_example() -> None:
    assert organisation_digit("MA000000") == "7"
    assert check_digit("91140100MA0000007") == "Q"


@pytest.mark.parametrize(
    "typed",
    ["91140100ma0000007q", "９１１４０１００ＭＡ００００００７Ｑ", " 91140100 MA000000 7Q "],
)
def test_a_code_is_cleaned(typed: str) -> None:
    assert USCC.validate_python(typed) == "91140100MA0000007Q"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("91140100MA0000007", "应为 18 位，现为 17 位"),
        ("91140100MA0000007QQ", "应为 18 位，现为 19 位"),
        ("9114O100MA0000007Q", "第 5 位是“O”，代码中不用这个字符，是否应为 0？"),
        ("9I140100MA0000007Q", "第 2 位是“I”，代码中不用这个字符，是否应为 1？"),
        ("91140100MAS000007Q", "第 11 位是“S”，代码中不用这个字符，是否应为 5？"),
        ("91140100MAZ000007Q", "第 11 位是“Z”，代码中不用这个字符，是否应为 2？"),
        ("91140100MAV000007Q", "第 11 位是“V”，代码中不用这个字符，是否应为 U？"),
        ("91140100MA-000007Q", "第 11 位是“-”，代码中不用这个字符"),
        (91140100, "应为文字"),
    ],
)
def test_a_wrong_structure_is_named_and_never_corrected(typed: object, problem: str) -> None:
    assert _problem(USCC, typed).endswith(problem)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("GR202311004043", "GR202311004043"),
        ("ｇｒ２０２３１３０００８１２", "GR202313000812"),
        ("GR202144200001", "GR202144200001"),
        ("GF201514000001", "GF201514000001"),
        ("", None),
    ],
)
def test_certificates(typed: str, number: str | None) -> None:
    assert CERTIFICATE.validate_python(typed) == number


@pytest.mark.parametrize(
    "typed", ["GR2021140001", "202114000001", "GR192114000001", "GX202114000001"]
)
def test_a_wrong_certificate_number_is_named(typed: str) -> None:
    assert "GR 加 12 位数字" in _problem(CERTIFICATE, typed)


def _problem(adapter: TypeAdapter, typed: object) -> str:
    with pytest.raises(ValidationError) as refusal:
        adapter.validate_python(typed)
    return describe(refusal.value.errors()[0])


@pytest.mark.parametrize("code", ["3463", "C3463", "34", " ｃ34 63 "])
def test_an_industry_code_is_digits_with_or_without_its_letter(code: str) -> None:
    lead = Application.model_validate({"lead": {"industry_code": code}}).lead
    assert lead.industry_code in ("3463", "C3463", "34")


def test_a_wrong_industry_code_is_told_with_an_example() -> None:
    (problem,) = read('{"lead": {"industry_code": "制造业"}}').problems
    assert problem.message == "行业代码应为 2 至 4 位数字，前面可带门类字母，如 3463 或 C3463"


@pytest.mark.parametrize("code", ["00", "98", "9900", "A00", "T98"])
def test_an_industry_that_the_standard_does_not_have_is_named(code: str) -> None:
    (problem,) = read(f'{{"lead": {{"industry_code": "{code}"}}}}').problems
    assert problem.pointer == "/lead/industry_code"
    assert f"没有以 {code.lstrip('AT')[:2]} 开头的行业" in problem.message


def test_a_letter_that_contradicts_the_digits_is_named() -> None:
    (problem,) = read('{"lead": {"industry_code": "C01"}}').problems
    assert "农、林、牧、渔业，门类为 A，与所填的 C 不符" in problem.message


def test_every_industry_of_the_standard_is_taken_with_its_letter_alone() -> None:
    taken = {
        (letter, division)
        for letter in "ABCDEFGHIJKLMNOPQRST"
        for division in range(100)
        if not read(f'{{"lead": {{"industry_code": "{letter}{division:02}"}}}}').problems
    }
    assert sorted(division for _, division in taken) == list(range(1, 98))
    assert {letter for letter, _ in taken} == set("ABCDEFGHIJKLMNOPQRST")
    assert {("A", 5), ("B", 6), ("C", 13), ("C", 43), ("D", 44), ("S", 96), ("T", 97)} <= taken
