"""Drafts to try the rules on: parts of the complete example, and answers drawn by lot."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

from rules.situations import CALL
from validator.application import Application
from validator.example import example

COMPLETE = json.loads(example(CALL).model_dump_json(exclude_defaults=True))
SCHEMA = Application.model_json_schema()
TEXTS = (
    "太原示例氢能装备有限公司", "示例理工大学（太原）", "大同示例制氢有限公司", "华中科技大学",
    "太原理工大学", "山西省示例氢能产业技术创新战略联盟", "理事长", "王明", "氢能", "新型储能",
    "怀仁陶瓷", "91140100MA0000007Q", "92140100MA0000007M", "91350203M0001QKT19",
    "52140000MJ000000X9", "91110108MA00000070", "GR202114000001", "GR202014000002", "3463",
)  # fmt: skip
DAYS = (
    "2020-02-29", "2022-03-18", "2022-06-25", "2022-06-26", "2022-08-11", "2022-08-12",
    "2023-02-01", "2023-07-08", "2023-07-09", "2023-08-06", "2023-08-08", "2023-08-12",
)  # fmt: skip


def answers(holder: Any = COMPLETE, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - JSON
    """Every answer in a draft: its JSON pointer and the section that holds it."""
    steps = holder.items() if isinstance(holder, dict) else enumerate(holder)
    for step, value in list(steps):
        place = f"{pointer}/{step}"
        if isinstance(value, dict) or (isinstance(value, list) and value and _has_rows(value)):
            yield from answers(value, place)
        else:
            yield place, holder


def without(seed: int, share: float) -> Application:
    """Return the complete example without a share of its answers, chosen by lot."""
    dice = dice_of(seed)
    draft = json.loads(json.dumps(COMPLETE))
    for pointer, section in list(answers(draft)):
        if dice.random() < share:
            del section[pointer.rpartition("/")[2]]
    return Application.model_validate_json(json.dumps(draft))


def drawn(seed: int) -> Application:
    """An application whose every answer, or its absence, is drawn by lot."""
    dice = dice_of(seed)
    draft = draw(SCHEMA, dice, blanks=dice.choice((0.0, 0.05, 0.3, 0.7)))
    return Application.model_validate_json(json.dumps(draft | {"notice": CALL.id}))


def dice_of(seed: int) -> Random:
    """Return a random generator that gives the same numbers in every run."""
    return Random(seed)  # noqa: S311 - the same lot every time, and no secret


def _has_rows(value: list[Any]) -> bool:
    return isinstance(value[0], dict)


def draw(schema: dict[str, Any], dice: Random, blanks: float) -> Any:  # noqa: ANN401, PLR0911 - JSON
    """Return a valid JSON value of a type; a share `blanks` of its optional parts is missing."""
    if "$ref" in schema:
        return draw(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], dice, blanks)
    if "anyOf" in schema:
        given = {**schema, **schema["anyOf"][0]}
        del given["anyOf"]
        return None if dice.random() < blanks else draw(given, dice, blanks)
    if "enum" in schema or "oneOf" in schema:
        kinds = schema.get("enum") or [kind["const"] for kind in schema["oneOf"]]
        return dice.choice(kinds)
    match schema["type"]:
        case "object":
            fields = schema["properties"].items()
            return {name: draw(field, dice, blanks) for name, field in fields}
        case "array":
            rows = range(dice.randrange(min(13, schema["maxItems"])))
            return [draw(schema["items"], dice, blanks) for _ in rows]
        case "boolean":
            return dice.random() < 0.7
        case "integer" | "number":
            low, high = max(schema["minimum"], -5), schema["maximum"]
            return dice.choice([low, high, min(low + dice.randrange(40), high)])
    texts = DAYS if schema.get("format") == "date" else TEXTS
    return dice.choice([text for text in texts if re.search(schema.get("pattern", ""), text)])
