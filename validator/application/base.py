"""What every section of an application is made of: questions that may stay unanswered."""

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
    """On which earlier answer in its section a question or a list of rows depends.

    It is asked while that answer is one of `values`, or, where `asks` is false, while it is none
    of them.
    """

    earlier: str
    values: tuple[Any, ...]
    asks: bool


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
    shown_if: tuple[Any, ...] = (),
    hidden_if: tuple[Any, ...] = (),
    **bounds: Any,  # noqa: ANN401 - passed to pydantic as they are
) -> Any:  # noqa: ANN401 - stands where a value of any type will
    """Declare a question: `None` until it is answered.

    Args:
        title: the question's short name, as it stands on the form.
        help: what to write, where to find it.
        clause: the position in the notice that asks for it; empty where it is our own.
        example: a made-up answer.
        unit: the unit of a number.
        shown_if: (name of an earlier answer in this section, its values): asked only then.
        hidden_if: the same the other way round: asked but then.
        bounds: pydantic's own, e.g. `ge=0`.
    """
    extra: JsonDict = {
        "clause": clause,
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
    clause: str = "",
    hidden_if: tuple[Any, ...] = (),
    **bounds: Any,  # noqa: ANN401 - passed to pydantic as they are
) -> Any:  # noqa: ANN401 - stands where a value of any type will
    """Declare a part of a section (`kind` a Section) or a list of rows (`kind` is tuple).

    Only a list can depend on an earlier answer as a whole (`hidden_if`, as for a question); in a
    part each question says it for itself.
    """
    extra: JsonDict = {"clause": clause, "hidden_if": list(hidden_if)}
    told: JsonDict = {key: value for key, value in extra.items() if value}
    return Field(
        default_factory=kind,
        title=title,
        description=help or None,
        json_schema_extra=told or None,
        **bounds,
    )


def condition_of(field: FieldInfo) -> Condition | None:
    """The earlier answer on which a question or a list depends, if it does."""
    extra = field.json_schema_extra
    for key, asks in (("shown_if", True), ("hidden_if", False)):
        said = extra.get(key) if isinstance(extra, dict) else None
        if isinstance(said, list):
            earlier, *values = said
            return Condition(str(earlier), tuple(values), asks)
    return None


def clause_of(field: FieldInfo) -> str:
    """The position in the notice that asks for a field; empty where none does."""
    extra = field.json_schema_extra
    return str(extra.get("clause", "")) if isinstance(extra, dict) else ""


def unit_of(field: FieldInfo) -> str:
    """The unit of a number; empty where it has none."""
    extra = field.json_schema_extra
    return str(extra.get("unit", "")) if isinstance(extra, dict) else ""


def hidden(section: Section) -> set[str]:
    """Names of the questions and lists in a section that an earlier answer hides.

    What stands in them is kept and does not count. An answer that is hidden itself is none.
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
    """What in a kind of section depends on an earlier answer, and on which; in its order."""
    fields = kind.model_fields.items()
    return tuple((name, found) for name, field in fields if (found := condition_of(field)))
