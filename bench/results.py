"""The results of a run: rows of figures, and the file from which the site's page is made."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.measure import Spread, ratios

FILE = Path(__file__).resolve().parents[1] / "docs" / "about" / "speed.json"
Row = dict[str, Any]
_DIGITS = 4


def ratio(
    name: str, ours: list[float], theirs: list[float], unit: str, target: float | None = None
) -> Row:
    """Return a row with the ratio of two figures.

    Args:
        name: The row's id, for which site_build/pages/speed.toml has the words.
        ours: The site's figure in each round.
        theirs: The peer's figure in each round.
        unit: The unit of both figures: `ms` or `bytes`.
        target: The highest ratio that the site aims at.
    """
    means = {"ours": Spread.of(ours).median, "theirs": Spread.of(theirs).median}
    return _row(name, "ratio", ratios(ours, theirs), unit, target) | {
        key: _short(mean) for key, mean in means.items()
    }


def value(name: str, figures: list[float], unit: str, target: float | None = None) -> Row:
    """Return a row with a figure of the site alone."""
    return _row(name, "value", Spread.of(figures), unit, target)


def words(name: str, **found: object) -> Row:
    """Return a row without a figure: a sentence on what happened when the peer was tried."""
    return {"id": name, "kind": "words", "found": found}


def _row(name: str, kind: str, spread: Spread, unit: str, target: float | None) -> Row:
    return {
        "id": name,
        "kind": kind,
        "unit": unit,
        "median": _short(spread.median),
        "low": _short(spread.low),
        "high": _short(spread.high),
        "rounds": spread.rounds,
        "target": target,
        "met": None if target is None else spread.median <= target,
    }


def _short(figure: float) -> float:
    """Return a figure rounded to four digits, since further digits are noise."""
    return float(f"{figure:.{_DIGITS}g}")


def write(rows: Sequence[Row], about: dict[str, Any], file: Path = FILE) -> None:
    """Write the results of a run; a row that was not measured this time stays in the file.

    Args:
        rows: The new rows.
        about: Date, machine and versions.
        file: The file to write.
    """
    kept = json.loads(file.read_text("utf-8"))["rows"] if file.exists() else []
    merged = {row["id"]: row for row in [*kept, *({**row, "on": about["on"]} for row in rows)]}
    text = json.dumps(about | {"rows": list(merged.values())}, ensure_ascii=False, indent=1)
    file.write_text(text + "\n", "utf-8")


def line(row: Row) -> str:
    """Return a row as a line for the terminal."""
    if row["kind"] == "words":
        return f"{row['id']:34} {row['found']}"
    unit = "×" if row["kind"] == "ratio" else row["unit"]
    text = f"{row['id']:34} {row['median']:g} {unit} ({row['low']:g} to {row['high']:g})"
    if row["kind"] == "ratio":
        text += f", {row['ours']:g} / {row['theirs']:g} {row['unit']}"
    if row["target"] is not None:
        text += f", at most {row['target']:g}: {'met' if row['met'] else 'MISSED'}"
    return f"{text}, {row['rounds']} rounds"
