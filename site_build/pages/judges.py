"""What a call's rules may name as `judge`: the mechanisms, and the functions."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from validator.calls import available, load
from validator.report import Status
from validator.rules import JUDGES, Judge
from validator.rules.mechanisms import MECHANISMS

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text("utf-8")
)


@dataclass(frozen=True, slots=True)
class Argument:
    """What a rule gives its judge under `given`.

    Attributes:
        name: the key.
        meaning: what the key means, in Chinese.
        default: what holds where the key is not given, as TOML writes it; empty where the key
            must be given, or where nothing holds.
        required: whether the key must be given.
    """

    name: str
    meaning: str
    default: str
    required: bool


@dataclass(frozen=True, slots=True)
class Described:
    """A judge as publishers are told of it.

    Attributes:
        name: what a rule writes as `judge`.
        use: what it is for, in Chinese.
        statuses: the labels of all statuses that it can give.
        arguments: what it takes.
    """

    name: str
    use: str
    statuses: tuple[str, ...]
    arguments: tuple[Argument, ...]


def mechanisms() -> tuple[Described, ...]:
    """Return the mechanisms, in the order of `judges.toml`.

    Raises:
        KeyError: an argument has no words in `judges.toml`, or words are there for a mechanism that
            the code does not have.
    """
    return tuple(
        _described(JUDGES[name], use, WORDS["arguments"])
        for name, use in WORDS["mechanisms"].items()
    )


def functions() -> tuple[Described, ...]:
    """Return the other judges that a published call names, with the titles of their rules."""
    shapes = {judge.name for judge in of_modules(MECHANISMS)}
    titles: dict[str, dict[str, None]] = {}
    for call in map(load, available()):
        for rule in call.rules:
            if rule.judge not in shapes:
                titles.setdefault(rule.judge, {})[rule.title] = None
    return tuple(
        _described(JUDGES[name], "；".join(its), {}) for name, its in sorted(titles.items())
    )


def of_modules(modules: Iterable[object]) -> list[Judge]:
    """Return the judges that stand in some modules."""
    return [it for module in modules for it in vars(module).values() if isinstance(it, Judge)]


def _described(judge: Judge, use: str, meanings: dict[str, str]) -> Described:
    arguments = tuple(
        Argument(
            name,
            meanings[name] if meanings else "",
            "" if field.is_required() else _as_toml(field.default),
            field.is_required(),
        )
        for name, field in judge.arguments.model_fields.items()
    )
    statuses = tuple(status.label for status in Status if status in judge.statuses)
    return Described(judge.name, use, statuses, arguments)


def _as_toml(value: Any) -> str:  # noqa: ANN401 - a default of any kind
    if isinstance(value, str):
        return f"“{value}”" if value else ""
    return "" if value in (None, (), {}) else str(value)
