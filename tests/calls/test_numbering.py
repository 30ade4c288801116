"""Positions of every kind that notices use, and the addresses made of them."""

import pytest

from validator.calls.numbering import numbering


@pytest.mark.parametrize(
    ("position", "anchor"),
    [
        ("三", "3"),
        ("三（一）", "3-1"),
        ("三（一）3", "3-1-3"),
        ("三（一）3（2）", "3-1-3-2"),
        ("三3", "3-plain3"),
        ("（七）", "bracketed7"),
        ("（七）2", "bracketed7-plain2"),
        ("第三条", "article3"),
        ("第二十三条（二）", "article23-2"),
        ("十", "10"),
        ("十一（十二）", "11-12"),
        ("二十", "20"),
        ("12", "plain12"),
    ],
)
def test_a_position_has_an_address_of_its_own(position: str, anchor: str) -> None:
    found = numbering(position)
    assert found
    assert found.anchor == anchor


@pytest.mark.parametrize(
    "position", ["", "三、", "（a）", "十十", "一二", "三（一", "0", "第条", "三 （一）", "引言"]
)
def test_what_is_no_number_is_none(position: str) -> None:
    assert numbering(position) is None


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        ("三（一）3", "三（一）", True),
        ("三（一）", "三（一）", True),
        ("三（一）", "三（一）3", False),
        ("二十一", "二", False),
        ("三1", "三（一）", False),
        ("三（一）12", "三（一）1", False),
    ],
)
def test_a_position_lies_within_another(inner: str, outer: str, within: bool) -> None:  # noqa: FBT001
    one, other = numbering(inner), numbering(outer)
    assert one
    assert other
    assert one.within(other) is within
