"""Two names are the same as a reader sees them, look alike, or differ."""

import unicodedata

import pytest

from validator.application.names import Likeness, likeness, plain_name
from validator.reference import LOOKALIKES, SAME_FORMS

DOTS = "\u00b7\u2022\u30fb\uff65\u2027\uff0e\u2219\u22c5\u2024\u0387\u318d\u25cf\u25e6\u25aa"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u202d\u202c\ufe0f\U000e0100\u3164"
RADICALS = range(0x2E80, 0x2FD6)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中国地质大学(北京)", "中国地质大学（北京）"),
        ("中国地质大学〔北京〕", "中国地质大学（北京）"),
        ("太原 示例\u3000公司", "太原示例公司"),
        ("ABC公司", "ａｂｃ公司"),
        ("\u2ea0生示例有限公司", "民生示例有限公司"),
        ("\u2f2d西示例有限公司", "山西示例有限公司"),
        ("\uf90a示例有限公司", "金示例有限公司"),
        *((f"约翰{dot}史密斯", "约翰·史密斯") for dot in DOTS),
        *((f"太原{mark}示例公司{mark}", "太原示例公司") for mark in INVISIBLE),
    ],
)
def test_what_no_reader_sees_makes_no_difference(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one) is Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("黄河示例公司", "黃河示例公司"),
        ("户县示例公司", "戶县示例公司"),
        ("A示例公司", "\u0410示例公司"),
        ("示例〇一公司", "示例0一公司"),
        ("示例○公司", "示例O公司"),
        ("示例—公司", "示例-公司"),
        ("吴明", "吳明"),
        ("內蒙古示例公司", "内蒙古示例公司"),
        ("约翰史密斯", "约翰·史密斯"),
        ("约翰 史密斯", "约翰·史密斯"),
        ("约翰。史密斯", "约翰·史密斯"),
    ],
)
def test_what_a_reader_may_take_for_the_same_is_alike(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one) is Likeness.ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中国地质大学（北京）", "中国地质大学（武汉）"),
        ("山西大学", "山西大学附属医院"),
        ("龙城示例公司", "龍城示例公司"),
        ("王明", "李明"),
        ("", "王明"),
    ],
)
def test_other_names_are_different(one: str, other: str) -> None:
    assert likeness(one, other) is Likeness.DIFFERENT


def test_a_radical_is_the_ideograph_that_looks_the_same() -> None:
    given = [chr(code) for code in RADICALS if unicodedata.category(chr(code)) == "So"]
    plain = [radical for radical in given if plain_name(radical) != radical]
    assert len(plain) > 320
    assert all("CJK UNIFIED" in unicodedata.name(plain_name(one)) for one in plain)


def test_what_is_plain_stays_as_it_is() -> None:
    for form in (*SAME_FORMS, "约翰．史密斯（ＡＢＣ）\u200b"):
        assert plain_name(plain_name(form)) == plain_name(form)


def test_no_character_stands_in_two_groups() -> None:
    letters = [letter for group in LOOKALIKES for letter in group]
    assert [letter for letter in set(letters) if letters.count(letter) > 1] == []
