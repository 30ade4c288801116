"""Text is cleaned the way codes and names need it, and no further."""

import pytest
from pydantic import TypeAdapter, ValidationError

from validator.application.text import LINE_MAX, TEXT_MAX, Line, Text, clean_code
from validator.problems import describe

LINE, TEXT = TypeAdapter(Line), TypeAdapter(Text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  太原示例有限公司 ", "太原示例有限公司"),
        ("示例理工大学(太原)", "示例理工大学(太原)"),
        ("示例理工大学（太原）", "示例理工大学（太原）"),
        ("ＡＢＣ　Gmbh", "ＡＢＣ　Gmbh"),
        ("王 明", "王 明"),
        ("", None),
        (" \u3000\n", None),
        ("\u200b\ufeff", None),
        ("\u3164", None),
        (" \u2800\ufe0f\u115f", None),
        (None, None),
    ],
)
def test_a_line_is_only_stripped(typed: object, kept: str | None) -> None:
    assert LINE.validate_python(typed) == kept


@pytest.mark.parametrize("typed", ["甲\n乙", "甲\r乙", "甲\t乙"])
def test_a_line_is_one_line(typed: str) -> None:
    assert _problem(LINE, typed) == "只能填一行文字，请去掉换行"


def test_a_text_keeps_its_lines_with_one_kind_of_end() -> None:
    assert TEXT.validate_python(" 一\r\n二\r三\n") == "一\n二\n三"


def test_bounds_are_named() -> None:
    assert LINE.validate_python("字" * LINE_MAX) == "字" * LINE_MAX
    assert _problem(LINE, "字" * (LINE_MAX + 1)) == f"不得超过 {LINE_MAX} 个字"
    assert _problem(TEXT, "字" * (TEXT_MAX + 1)) == f"不得超过 {TEXT_MAX} 个字"


@pytest.mark.parametrize("typed", [1, True, ["甲"], {"甲": 1}])
def test_only_text_is_text(typed: object) -> None:
    assert _problem(LINE, typed) == "应为文字"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("91140100ma0000007q", "91140100MA0000007Q"),
        ("９１１４０１００ＭＡ００００００７Ｑ", "91140100MA0000007Q"),
        (" 9114 0100\u3000MA00\t0000 7Q\n", "91140100MA0000007Q"),
        ("\u202d91140100\u200bMA0000007Q\u202c\ufeff", "91140100MA0000007Q"),
        ("  ", None),
        (None, None),
        (7, 7),
    ],
)
def test_a_code_is_half_width_upper_case_without_spaces(typed: object, code: object) -> None:
    assert clean_code(typed) == code


def _problem(adapter: TypeAdapter, typed: object) -> str:
    with pytest.raises(ValidationError) as refusal:
        adapter.validate_python(typed)
    return describe(refusal.value.errors()[0])
