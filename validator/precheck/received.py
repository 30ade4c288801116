"""Reads the pre-check's answers as the page sends them; unusable ones count as unanswered."""

from __future__ import annotations

import json
from dataclasses import dataclass

from pydantic import ValidationError

from validator.application.base import hidden
from validator.application.places import kind_of
from validator.application.pointers import pointer
from validator.calls import Call
from validator.precheck.questions import PreCheck
from validator.precheck.wording import asked_by
from validator.problems import Problem, describe


@dataclass(frozen=True, slots=True)
class Received:
    """The answers, and the `problems` of those that could not be used and are not hidden."""

    answers: PreCheck
    problems: tuple[Problem, ...]


def read(text: str, call: Call) -> Received:
    """Read the answers of a pre-check.

    Args:
        text: JSON, an object of `PreCheck`'s sections.
        call: the call whose pre-check it is.

    Raises:
        json.JSONDecodeError: the text is not JSON: a mistake in the page's script.
    """
    given, asked = json.loads(text), asked_by(call)
    problems: list[Problem] = []
    while True:
        try:
            answers = asked.model_validate_json(json.dumps(given))
        except ValidationError as error:
            for item in error.errors(include_url=False):
                section, *rest = item["loc"]
                name = rest[0] if rest else None
                problems.append(
                    Problem(
                        pointer((section, *rest[:1])), _label(asked, section, name), describe(item)
                    )
                )
                holder, key = (given[section], name) if rest else (given, section)
                holder.pop(key, None)
            continue
        out_of_sight = {
            f"/{section}/{name}"
            for section in asked.model_fields
            for name in hidden(getattr(answers, section))
        }
        counting = (problem for problem in problems if problem.pointer not in out_of_sight)
        return Received(answers, tuple(counting))


def _label(asked: type[PreCheck], section: int | str, name: int | str | None) -> str:
    field = asked.model_fields.get(str(section))
    inner = kind_of(field).model_fields.get(str(name)) if field and name is not None else None
    words = [str(part.title) for part in (field, inner) if part is not None]
    return " › ".join(words) or str(section)
