"""Reference data: facts that hold for every call; each .toml file names its source and date."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from validator.reference.above_scale import Line, line_of
from validator.reference.industries import Industry, industry_of

__all__ = [
    "ABOVE_SCALE",
    "ABOVE_SCALE_LEAST",
    "DOUBLE_FIRST_CLASS",
    "INDUSTRIES",
    "PROVINCES",
    "Industry",
    "Line",
    "industry_of",
    "line_of",
]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("validator.reference").joinpath(name).read_text("utf-8"))


PROVINCES: tuple[str, ...] = tuple(_read("regions.toml")["provinces"])
"""The names of the province-level regions, and 境外."""

DOUBLE_FIRST_CLASS: tuple[str, ...] = tuple(
    name for line in _read("double_first_class.toml")["names"] for name in line.split("、")
)
"""The 147 双一流 schools of 2022 in the ministry's order, then their later names."""

ABOVE_SCALE: tuple[Line, ...] = tuple(
    Line(**line | {"codes": tuple(line["codes"])}) for line in _read("above_scale.toml")["lines"]
)
"""The yearly revenue from which an enterprise is 规模以上 or 限额以上, by industry."""

ABOVE_SCALE_LEAST: int = min(line.least for line in ABOVE_SCALE if line.term == "规模以上")
"""The lowest yearly revenue (万元) at which any kind of enterprise is 规模以上."""

INDUSTRIES: tuple[Industry, ...] = tuple(
    Industry(**section) for section in _read("industries.toml")["sections"]
)
"""The sections of the national classification of industries, in its order."""

_FORMS = _read("same_forms.toml")
SAME_FORMS: dict[str, str] = (
    dict.fromkeys(_FORMS["dots"], "·")
    | dict.fromkeys(_FORMS["opening"], "(")
    | dict.fromkeys(_FORMS["closing"], ")")
    | {pair[0]: pair[1] for line in _FORMS["radicals"] for pair in line.split()}
)
"""For dots, brackets, radicals and strokes, the usual character that looks the same."""

LOOKALIKES: tuple[str, ...] = tuple(
    group for lines in _read("lookalikes.toml").values() for line in lines for group in line.split()
)
"""Groups of characters that a reader may take for one another."""
