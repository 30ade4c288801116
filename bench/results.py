"""A run's results: rows of figures, and the file that the site's page is made from."""

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
    """A row: ours by theirs.

    Args:
        name: The row's id; its words stand in the page's templates.
        ours: Our figure, one a round.
        theirs: The peer's, of the same rounds.
        unit: Of both figures: `ms` or `bytes`.
        target: What the ratio should not exceed.
    """
    means = {"ours": Spread.of(ours).median, "theirs": Spread.of(theirs).median}
    return _row(name, "ratio", ratios(ours, theirs), unit, target) | {
        key: _short(mean) for key, mean in means.items()
    }


def value(name: str, figures: list[float], unit: str, target: float | None = None) -> Row:
    """A row: a figure of ours alone."""
    return _row(name, "value", Spread.of(figures), unit, target)


def words(name: str, **found: object) -> Row:
    """A row without a figure: what was found when the peer was tried."""
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
    """Four digits: what lies beyond is noise."""
    return float(f"{figure:.{_DIGITS}g}")


def write(rows: Sequence[Row], about: dict[str, Any], file: Path = FILE) -> None:
    """Write a run's results; rows that were not run this time keep what stood there.

    Args:
        rows: The new rows.
        about: Date, machine and versions.
        file: Where to.
    """
    kept = json.loads(file.read_text("utf-8"))["rows"] if file.exists() else []
    merged = {row["id"]: row for row in [*kept, *({**row, "on": about["on"]} for row in rows)]}
    text = json.dumps(about | {"rows": list(merged.values())}, ensure_ascii=False, indent=1)
    file.write_text(text + "\n", "utf-8")


def line(row: Row) -> str:
    """A row as the terminal shows it."""
    if row["kind"] == "words":
        return f"{row['id']:34} {row['found']}"
    unit = "×" if row["kind"] == "ratio" else row["unit"]
    text = f"{row['id']:34} {row['median']:g} {unit} ({row['low']:g} to {row['high']:g})"
    if row["kind"] == "ratio":
        text += f", {row['ours']:g} / {row['theirs']:g} {row['unit']}"
    if row["target"] is not None:
        text += f", at most {row['target']:g}: {'met' if row['met'] else 'MISSED'}"
    return f"{text}, {row['rounds']} rounds"
