"""Text hygiene."""

import pytest
from markupsafe import Markup

from validator.word.text import clean, finalize


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("一\r\n二\r三\n四", "一\n二\n三\n四"),
        ("a\x00b\x07c\x0bd\x0ce\x1ff\tg", "abcdef\tg"),
        ("x\ud800y\udfffz", "xyz"),
        ("x\ufffey\uffff", "xy"),
        ("𠮷😀\u202eRTL\u202c\x7f\x85", "𠮷😀\u202eRTL\u202c\x7f\x85"),
    ],
)
def test_clean(typed: str, written: str) -> None:
    assert clean(typed) == written


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, ""),
        (True, "是"),
        (False, "否"),
        (0, 0),
        (820.0, "820"),
        (1.5, "1.5"),
        ("a\r\n", "a\n"),
        ("None", "None"),
    ],
)
def test_finalize(value: object, printed: object) -> None:
    assert finalize(value) == printed


def test_markup_stays_markup_but_is_cleaned() -> None:
    assert finalize(Markup("<w:br/>\x00")) == Markup("<w:br/>")
    assert isinstance(finalize(Markup("x")), Markup)
