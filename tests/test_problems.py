"""Every error that pydantic can raise over an application has its Chinese sentence."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest
from pydantic_core.core_schema import ErrorType

from validator.application import Application
from validator.drafts import read
from validator.precheck import PreCheck
from validator.problems import SENTENCES

# What each kind of schema can raise over JSON (pydantic_core's own validators), by its name there.
RAISES: Mapping[str, set[str]] = {
    "bool": {"bool_type", "bool_parsing"},
    "date": {
        "date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact",
    },
    "default": set(),
    "definition-ref": {"recursion_loop"},
    "definitions": set(),
    "enum": {"enum"},
    "float": {
        "float_type", "float_parsing", "finite_number", "greater_than_equal", "less_than_equal",
        "greater_than", "less_than",
    },
    "function-after": {"value_error", "assertion_error"},
    "function-before": {"value_error", "assertion_error"},
    "int": {
        "int_type", "int_parsing", "int_parsing_size", "int_from_float", "greater_than_equal",
        "less_than_equal", "greater_than", "less_than",
    },
    "model": {"model_type", "model_attributes_type"},
    "model-field": set(),
    "model-fields": {"model_type", "extra_forbidden", "invalid_key", "missing"},
    "nullable": set(),
    "str": {
        "string_type", "string_unicode", "string_too_long", "string_too_short",
        "string_pattern_mismatch",
    },
    "tuple": {"tuple_type", "too_long", "too_short"},
}  # fmt: skip


def kinds(schema: object) -> Iterator[str]:
    """Every kind of schema in a schema."""
    if isinstance(schema, Mapping):
        if isinstance(schema.get("type"), str):
            yield schema["type"]
        for name, inner in schema.items():
            if name not in {"metadata", "serialization", "function"}:
                yield from kinds(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from kinds(inner)


@pytest.mark.parametrize("model", [Application, PreCheck])
def test_whatever_a_schema_raises_has_a_sentence(model: Any) -> None:  # noqa: ANN401
    used = set(kinds(model.__pydantic_core_schema__))
    assert used <= RAISES.keys()
    assert {"model", "str", "tuple"} <= used
    raised = set().union(*(RAISES[kind] for kind in used), {"json_invalid"})
    assert raised <= SENTENCES.keys()


def test_the_table_names_errors_that_exist() -> None:
    assert SENTENCES.keys() <= set(get_args(ErrorType))


def test_a_choice_is_named_in_both_languages() -> None:
    (problem,) = read('{"members": [{"tier": "x"}]}').problems
    assert problem.message == "应为下列之一：核心成员（core）、一般成员（ordinary）"
