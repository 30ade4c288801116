"""Runs a call's own tests: in which situation each rule has which status (examples.toml).

A table of the file is a rule, an entry a situation: the made-up example, or an empty draft, with
some answers changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from validator import drafts
from validator.application import Application
from validator.calls import Call, CallError
from validator.calls.mistakes import told
from validator.calls.tables import tables
from validator.check import check
from validator.example import example
from validator.nearest import hint
from validator.report import Finding, Status

SITUATIONS = "examples.toml"
"""The file of a call's folder; a call may do without."""

_Pointer = Annotated[str, Field(pattern=r"^(/[a-z0-9_]+)+$")]


class Situation(BaseModel):
    """What a rule says of one situation.

    Attributes:
        situation: what is told of the situation, in a few words.
        base: the answers to start from: the call's complete example, or none.
        set: the answers that are different, by JSON pointer.
        unset: the places of answers that are taken away.
        status: the rule's status.
        says: words that the finding must contain.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    situation: str
    base: Literal["complete", "empty"] = "complete"
    set: dict[_Pointer, Any] = {}
    unset: tuple[_Pointer, ...] = ()
    status: Annotated[Status, Field(strict=False)]
    says: tuple[str, ...] = ()


_Situations = TypeAdapter(dict[str, tuple[Situation, ...]])


def has_situations(call: Call) -> bool:
    """Whether a call's folder has tests of its own."""
    return call.folder.root.joinpath(SITUATIONS).is_file()


def situations(call: Call) -> dict[str, tuple[Situation, ...]]:
    """Return the situations by the id of their rule.

    Raises:
        CallError: the file is not TOML, or not UTF-8.
        ValidationError: the file says something that no situation has.
    """
    return _Situations.validate_python(tables(SITUATIONS, call.folder.text(SITUATIONS)))


def surprises(call: Call) -> Iterator[str]:
    """Tell what is wrong in examples.toml, and in which situation a rule says something else."""
    if not has_situations(call):
        return
    try:
        stated = situations(call)
    except ValidationError as error:
        for item in error.errors():
            yield f"{_place_in(item['loc'])}：{told(item, Situation.model_fields)}"
        return
    except CallError as refusal:
        yield from refusal.faults
        return
    known = {rule.id for rule in call.rules}
    for rule, its in stated.items():
        for number, one in enumerate(its):
            place = f"{SITUATIONS} 里 {rule} 的第 {number + 1} 个情形（{one.situation}）"
            if rule not in known:
                yield f"{place}：没有编号为“{rule}”的规则{hint(rule, sorted(known))}"
            elif fault := _fault(call, rule, one):
                yield f"{place}：{fault}"


def _place_in(location: tuple[int | str, ...]) -> str:
    """Return a place in the file in words, such as “里 R21 的第 2 个情形的 status”."""
    rule, *rest = location
    words = "".join(
        f"的第 {step + 1} 个情形" if isinstance(step, int) else f"的 {step}"
        for step in (it for it in rest if it != "[key]")
    )
    return f"{SITUATIONS} 里 {rule} {words}"


def _fault(call: Call, rule: str, one: Situation) -> str:
    try:
        finding = found(call, rule, one)
    except (LookupError, TypeError):
        return "set、unset 里有一处在样例里找不到"
    except ValueError as error:
        return str(error)
    if finding.status is not one.status:
        return f"应为“{one.status.label}”，核验结果为“{finding.status.label}”：{finding.message}"
    unsaid = [words for words in one.says if words not in finding.message + finding.advice]
    return f"结果里没有“{'”“'.join(unsaid)}”：{finding.message}" if unsaid else ""


def found(call: Call, rule: str, one: Situation) -> Finding:
    """Return what a rule says of a situation; the same errors as `application_of`."""
    findings = check(application_of(call, one), call).findings
    return next(finding for finding in findings if finding.rule == rule)


def application_of(call: Call, one: Situation) -> Application:
    """Return the application of a situation.

    Raises:
        ValueError: the situation has answers that no draft of this call can have.
        LookupError: a place that is changed is not in the draft to start from.
    """
    answers = _start(call, one)
    for pointer, answer in one.set.items():
        holder, key = _place(answers, pointer)
        holder[key] = answer
    for pointer in one.unset:
        holder, key = _place(answers, pointer)
        del holder[key]
    received = drafts.read(json.dumps(answers, default=str), call)
    wrong = (*received.problems, *received.unasked, *received.left_aside)
    if wrong:
        raise ValueError("；".join(f"{it.label}（{it.pointer}）：{it.message}" for it in wrong))
    return received.application


def _start(call: Call, one: Situation) -> dict[str, Any]:
    if one.base == "empty":
        return {"notice": call.id, "alliance": {}}
    answers: dict[str, Any] = json.loads(example(call).model_dump_json(exclude_defaults=True))
    return answers


def _place(answers: Any, pointer: str) -> tuple[Any, Any]:  # noqa: ANN401 - JSON
    """Return the object or list that holds an answer, and the answer's key there."""
    *path, last = pointer.split("/")[1:]
    for step in path:
        answers = answers[int(step)] if isinstance(answers, list) else answers.setdefault(step, {})
    return answers, int(last) if isinstance(answers, list) else last
