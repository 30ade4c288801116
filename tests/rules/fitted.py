"""Judges fitted to clauses that no packaged call has: situations of made-up rules, as data.

A file of `tests/rules/other_calls` tells for each judge how a call fits it (`given`; what is
`changed` in call.toml; the keys that are `lacking` there), and its examples, as a call's own
examples.toml has them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cached_property, reduce
from operator import getitem
from pathlib import Path
from typing import Any

from pydantic import Field

from rules.situations import CALL, Example
from validator.calls import Call
from validator.check import judge
from validator.report import Finding
from validator.rules import JUDGES, Rule, rules_of

RULE = "R01"
"""The rule of the packaged call that is judged otherwise."""


def frozen(value: Any) -> Any:  # noqa: ANN401 - any TOML value
    """A value as the strict models take it: lists as tuples."""
    if isinstance(value, dict):
        return {key: frozen(item) for key, item in value.items()}
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def merged(before: Any, changed: Any) -> Any:  # noqa: ANN401 - any TOML value
    """Values with some of them changed; a table keeps the keys that are not named."""
    if not isinstance(before, Mapping) or not isinstance(changed, Mapping):
        return changed
    return {**before, **{key: merged(before.get(key), value) for key, value in changed.items()}}


def fitted(
    judged_by: str,
    given: Mapping[str, Any],
    changed: Mapping[str, Any],
    lacking: tuple[str, ...] = (),
) -> Call:
    """The packaged call with one rule judged otherwise, and with other values in call.toml."""
    data = merged(CALL.model_dump(), frozen(changed))
    for key in lacking:
        *path, name = key.split(".")
        del reduce(getitem, path, data)[name]
    (rule,) = [rule for rule in data["rules"] if rule["id"] == RULE]
    rule |= {"judge": judged_by, "given": frozen(given)}
    return Call.model_validate(data).within(CALL.folder)


class Fitted(Example):
    """What a judge that is fitted to a made-up clause says of one situation."""

    rule: str = RULE
    judge: str
    given: dict[str, Any] = Field(default={})
    changed: dict[str, Any] = Field(default={})
    lacking: tuple[str, ...] = ()

    @cached_property
    def call(self) -> Call:  # type: ignore[override] - made once: the call is another for each fit
        """The call with this rule."""
        return fitted(self.judge, self.given, self.changed, self.lacking)

    @property
    def fit(self) -> Rule:
        """The rule."""
        return next(rule for rule in rules_of(self.call) if rule.id == RULE)

    def reads(self) -> list[str]:
        """What the judge tells of what it reads, if it tells it itself."""
        told = self.fit.judged_by.reads
        return list(told(self.fit.given)) if told else []

    def find(self) -> Finding:
        """What the rule says of the situation."""
        (finding,) = judge(self.application, self.call, self.on, [RULE])
        return finding


def _read(file: Path) -> list[Fitted]:
    return [
        Fitted(judge=judged_by, **{**fit, **example})
        for judged_by, fits in tomllib.loads(file.read_text("utf-8")).items()
        for fit in fits
        for example in fit.pop("examples")
    ]


FITTED = [
    example
    for file in sorted((Path(__file__).parent / "other_calls").glob("*.toml"))
    for example in _read(file)
]
BY_JUDGE = {name: [one for one in FITTED if one.judge == name] for name in JUDGES}
