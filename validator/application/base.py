"""What every section of an application is made of: questions, sub-sections and lists of rows."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

from validator.words import Word


class Section(BaseModel):
    """A group of questions. Unknown names are refused: a misspelt answer must not be lost."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Condition(NamedTuple):
    """The condition on which a question or a list of rows is asked.

    Attributes:
        earlier: the name of the earlier answer in the same section.
        values: the values that the earlier answer is compared with.
        asks: True to ask while the earlier answer is one of `values`, False to ask while not.
    """

    earlier: str
    values: tuple[Any, ...]
    asks: bool


class Choice(Word):
    """A closed list of answers."""

    def __str__(self) -> str:
        """Return the Chinese words, so that messages, pages and documents show no code."""
        return self.label

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Put the Chinese words beside each code in the published JSON Schema."""
        plain = handler.resolve_ref_schema(handler(schema))
        plain["oneOf"] = [{"const": choice.value, "title": choice.label} for choice in cls]
        plain.pop("enum", None)
        return plain


def ask(  # noqa: PLR0913 - all but the title are optional and named
    title: str,
    *,
    help: str = "",  # noqa: A002 - the field's own word
    example: str = "",
    unit: str = "",
    shown_if: tuple[Any, ...] = (),
    hidden_if: tuple[Any, ...] = (),
    **bounds: Any,  # noqa: ANN401 - passed to pydantic as they are
) -> Any:  # noqa: ANN401 - stands where a value of any type will
    """Declare a question: `None` until it is answered.

    Args:
        title: the question's short name, as it stands on the form.
        help: what to write, and where to find it.
        example: a made-up answer.
        unit: the unit of a number.
        shown_if: the name of an earlier answer in this section, then values: the question is
            asked only while that answer is one of the values.
        hidden_if: as `shown_if`: the question is asked unless that answer is one of the values.
        bounds: pydantic's constraints, e.g. `ge=0`.
    """
    extra: JsonDict = {
        "unit": unit,
        "shown_if": list(shown_if),
        "hidden_if": list(hidden_if),
    }
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
    kind: type[Section | tuple[()]],
    *,
    help: str = "",  # noqa: A002 - the field's own word
    hidden_if: tuple[Any, ...] = (),
    **bounds: Any,  # noqa: ANN401 - passed to pydantic as they are
) -> Any:  # noqa: ANN401 - stands where a value of any type will
    """Declare a sub-section (`kind` is its class) or a list of rows (`kind` is tuple).

    A list can depend on an earlier answer as a whole (`hidden_if`, as in `ask`). A sub-section
    cannot: each question in it has its own condition.
    """
    extra: JsonDict = {"hidden_if": list(hidden_if)}
    told: JsonDict = {key: value for key, value in extra.items() if value}
    return Field(
        default_factory=kind,
        title=title,
        description=help or None,
        json_schema_extra=told or None,
        **bounds,
    )


def condition_of(field: FieldInfo) -> Condition | None:
    """Return the condition on which a question or a list is asked; None where it always is."""
    extra = field.json_schema_extra
    for key, asks in (("shown_if", True), ("hidden_if", False)):
        said = extra.get(key) if isinstance(extra, dict) else None
        if isinstance(said, list):
            earlier, *values = said
            return Condition(str(earlier), tuple(values), asks)
    return None


def unit_of(field: FieldInfo) -> str:
    """Return the unit of a number, e.g. 家; empty where the field has none."""
    extra = field.json_schema_extra
    return str(extra.get("unit", "")) if isinstance(extra, dict) else ""


def hidden(section: Section) -> set[str]:
    """Return the names of the questions and lists in a section that an earlier answer hides.

    Hidden answers are kept and do not count: a hidden earlier answer is compared as unanswered.
    """
    found: set[str] = set()
    answers = vars(section)
    for name, (earlier, values, asks) in conditions(type(section)):
        answer = None if earlier in found else answers[earlier]
        if (answer in values) is not asks:
            found.add(name)
    return found


@cache
def conditions(kind: type[Section]) -> tuple[tuple[str, Condition], ...]:
    """Return the conditional questions and lists of a kind of section, in the model's order."""
    fields = kind.model_fields.items()
    return tuple((name, found) for name, field in fields if (found := condition_of(field)))
