"""What every section of an application is made of: questions that may stay unanswered."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

from validator.words import Word


class Section(BaseModel):
    """A group of questions. Unknown names are refused: a misspelt answer must not be lost."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Choice(Word):
    """A closed list of answers."""

    def __str__(self) -> str:
        """Return the Chinese words: what messages, pages and documents show."""
        return self.label

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Name each code in the published schema."""
        plain = handler.resolve_ref_schema(handler(schema))
        plain["oneOf"] = [{"const": choice.value, "title": choice.label} for choice in cls]
        plain.pop("enum", None)
        return plain


def ask(  # noqa: PLR0913 - a question has this many sides, all optional and named
    title: str,
    *,
    help: str = "",  # noqa: A002 - the field's own word
    clause: str = "",
    example: str = "",
    unit: str = "",
    shown_if: tuple[str, Any] | None = None,
    **bounds: Any,  # noqa: ANN401 - passed to pydantic as they are
) -> Any:  # noqa: ANN401 - stands where a value of any type will
    """Declare a question: `None` until it is answered.

    Args:
        title: the question's short name, as it stands on the form.
        help: what to write, where to find it.
        clause: the position in the notice that asks for it; empty where it is our own.
        example: a made-up answer.
        unit: the unit of a number.
        shown_if: (name of an earlier answer in this section, its value): asked only then.
        bounds: pydantic's own, e.g. `ge=0`.
    """
    extra = {"clause": clause, "unit": unit, "shown_if": list(shown_if) if shown_if else None}
    return Field(
        default=None,
        title=title,
        description=help or None,
        examples=[example] if example else None,
        json_schema_extra={key: value for key, value in extra.items() if value},
        **bounds,
    )


def group(
    title: str,
    kind: type[Section | tuple],
    *,
    help: str = "",  # noqa: A002 - the field's own word
    clause: str = "",
    **bounds: Any,  # noqa: ANN401 - passed to pydantic as they are
) -> Any:  # noqa: ANN401 - stands where a value of any type will
    """Declare a part of a section (`kind` a Section) or a list of rows (`kind` is tuple)."""
    return Field(
        default_factory=kind,
        title=title,
        description=help or None,
        json_schema_extra={"clause": clause} if clause else None,
        **bounds,
    )


def shown_if(field: FieldInfo) -> tuple[str, Any] | None:
    """The earlier answer on which a question depends, as (name, value)."""
    extra = field.json_schema_extra
    condition = extra.get("shown_if") if isinstance(extra, dict) else None
    return tuple(condition) if condition else None


def clause_of(field: FieldInfo) -> str:
    """The position in the notice that asks for a field; empty where none does."""
    extra = field.json_schema_extra
    return str(extra.get("clause", "")) if isinstance(extra, dict) else ""


def unit_of(field: FieldInfo) -> str:
    """The unit of a number; empty where it has none."""
    extra = field.json_schema_extra
    return str(extra.get("unit", "")) if isinstance(extra, dict) else ""


def hidden(section: Section) -> set[str]:
    """Names of the questions in a section that an earlier answer hides; they do not count."""
    asked_if = conditions(type(section))
    return {name for name, (earlier, value) in asked_if if getattr(section, earlier) != value}


@cache
def conditions(kind: type[Section]) -> tuple[tuple[str, tuple[str, Any]], ...]:
    """The questions in a kind of section that depend on an earlier answer, and on which."""
    fields = kind.model_fields.items()
    return tuple((name, found) for name, field in fields if (found := shown_if(field)))
