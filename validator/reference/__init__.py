"""Reference data: facts that hold for every call, each file with its source and date."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("validator.reference").joinpath(name).read_text("utf-8"))


PROVINCES: tuple[str, ...] = tuple(_read("regions.toml")["provinces"])
"""Names of the province-level regions, and 境外."""

DOUBLE_FIRST_CLASS: tuple[str, ...] = tuple(
    name for line in _read("double_first_class.toml")["names"] for name in line.split("、")
)
"""The 147 schools of 双一流 2022 in the ministry's order, then their later names."""

ABOVE_SCALE_LEAST: int = _read("above_scale.toml")["least"]
"""The lowest yearly revenue (万元) at which any kind of enterprise is 规模以上."""

LATER_FIELDS: tuple[str, ...] = tuple(_read("later_fields.toml")["names"])
"""Provincial chains and towns listed after, or besides, the call's own."""

READINGS: dict[str, str] = _read("readings.toml")
"""How ambiguous places of the notice are read here: a sentence by number, such as 4.1."""
