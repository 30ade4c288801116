"""Problems of answers in plain Chinese: a table from pydantic's error types to sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from validator.chinese import A_DAY, figure


class RefusedError(ValueError):
    """The input cannot be used. The message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One answer that cannot be used: its JSON pointer, its name for people, what is wrong."""

    pointer: str
    label: str
    message: str


# The names in braces are keys of the context that pydantic gives with an error.
SENTENCES: Mapping[str, str] = {
    "assertion_error": "{error}",
    "bool_parsing": "应为“是”或“否”，文件中写作 true 或 false",
    "bool_type": "应为“是”或“否”，文件中写作 true 或 false",
    "date_from_datetime_inexact": f"应为日期，不含时间，如 {A_DAY}",
    "date_from_datetime_parsing": f"应为真实存在的日期，写作 年-月-日，如 {A_DAY}",
    "date_parsing": f"应为真实存在的日期，写作 年-月-日，如 {A_DAY}",
    "date_type": f"应为日期，写作 年-月-日，如 {A_DAY}",
    "decimal_max_places": "小数不得超过 {decimal_places} 位",
    "decimal_parsing": "应为数字",
    "decimal_type": "应为数字",
    "dict_type": "应为一组“名称: 值”",
    "enum": "应为下列之一：{expected}",
    "extra_forbidden": "没有这一项，请核对名称",
    "finite_number": "应为有限的数字",
    "float_parsing": "应为数字",
    "float_type": "应为数字",
    "frozen_instance": "不可修改",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "不得小于 {ge}",
    "int_from_float": "应为整数",
    "int_parsing": "应为整数",
    "int_parsing_size": "数字过大",
    "int_type": "应为整数",
    "invalid_key": "名称应为文字",
    "json_invalid": "不是有效的 JSON 文件：{error}",
    "json_type": "应为 JSON 文字",
    "less_than": "应小于 {lt}",
    "less_than_equal": "不得大于 {le}",
    "list_type": "应为列表",
    "literal_error": "应为下列之一：{expected}",
    "missing": "缺少这一项",
    "model_attributes_type": "应为一组“名称: 值”",
    "model_type": "应为一组“名称: 值”",
    "recursion_loop": "内容嵌套过深",
    "string_pattern_mismatch": "格式不对",
    "string_too_long": "不得超过 {max_length} 个字",
    "string_too_short": "不得少于 {min_length} 个字",
    "string_type": "应为文字",
    "string_unicode": "含有无法识别的字符",
    "too_long": "不得超过 {max_length} 项",
    "too_short": "不得少于 {min_length} 项",
    "tuple_type": "应为列表",
    "value_error": "{error}",
}


def describe(error: Mapping[str, Any], known: str = "") -> str:
    """Return one pydantic error (an item of `ValidationError.errors()`) as a Chinese sentence.

    Args:
        error: the error.
        known: the answers to choose from in words, instead of the codes that pydantic lists.

    Raises:
        KeyError: the error's type has no sentence; every type that can occur here has one.
    """
    context = dict(error.get("ctx", {}))
    if "expected" in context:  # pydantic lists the codes as the text: 'a', 'b' or 'c'
        context["expected"] = known or re.sub(r"', '|' or '", "、", context["expected"]).strip("'")
    plain = {key: figure(it) if isinstance(it, float) else it for key, it in context.items()}
    return SENTENCES[error["type"]].format_map(plain)
