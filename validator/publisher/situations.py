"""Runs a call's own tests: in which situation each rule has which status (examples.toml).

A table of the file is a rule, an entry a situation: the made-up example, or an empty draft, with
some answers changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from validator import drafts
from validator.application import Application
from validator.calls import Call, CallError
from validator.calls.mistakes import told
from validator.calls.tables import tables
from validator.check import judge
from validator.example import example
from validator.nearest import hint
from validator.report import Basis, Finding, Status

SITUATIONS = "examples.toml"
"""The file of a call's folder; a call may do without."""

_Pointer = Annotated[str, Field(pattern=r"^(/([a-z0-9_]+|\*))+$")]


class Situation(BaseModel):
    """What a rule says of one situation.

    Attributes:
        situation: what is told of the situation, in a few words.
        base: the answers to start from: the call's complete example, its minimal one, or none.
        members: the number of members in the complete example; by default as many as it lists.
        set: the answers that are different, by JSON pointer; `*` is every row of a list, and the
            number after a list's last adds a row.
        unset: the places of answers that are taken away, written alike.
        on: the day of submission; by default the one that the answers plan.
        recognised: the names that the call's list of recognised alliances is supposed to have.
        status: the rule's status.
        says: words that the finding's sentence must have.
        advises: words that the finding's advice must have.
        basis: what the finding must rest on.
        settles: places of answers that must be among those which would decide the finding.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    situation: str
    base: Literal["complete", "minimal", "empty"] = "complete"
    members: Annotated[int, Field(ge=0, le=300)] | None = None
    set: dict[_Pointer, Any] = {}
    unset: tuple[_Pointer, ...] = ()
    on: date | None = None
    recognised: tuple[str, ...] | None = None
    status: Annotated[Status, Field(strict=False)]
    says: tuple[str, ...] = ()
    advises: tuple[str, ...] = ()
    basis: Annotated[Basis, Field(strict=False)] | None = None
    settles: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _counts_the_members_of_the_complete_example(self) -> Self:
        if self.members is not None and self.base != "complete":
            msg = 'members 只能与完整的样例（base = "complete"）同用'
            raise ValueError(msg)
        return self


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
            elif fault := surprise(call, rule, one):
                yield f"{place}：{fault}"


def _place_in(location: tuple[int | str, ...]) -> str:
    """Return a place in the file in words, such as “里 R21 的第 2 个情形的 status”."""
    rule, *rest = location
    words = "".join(
        f"的第 {step + 1} 个情形" if isinstance(step, int) else f"的 {step}"
        for step in (it for it in rest if it != "[key]")
    )
    return f"{SITUATIONS} 里 {rule} {words}"


def surprise(call: Call, rule: str, one: Situation) -> str:
    """Tell what a rule says otherwise of a situation; nothing where all is as it stands there."""
    try:
        finding = found(call, rule, one)
    except (LookupError, TypeError):
        return "set、unset 里有一处在样例里找不到"
    except ValueError as error:
        return str(error)
    if finding.status is not one.status:
        return f"应为“{one.status.label}”，核验结果为“{finding.status.label}”：{finding.message}"
    return "；".join(_unsaid(finding, one))


def _unsaid(finding: Finding, one: Situation) -> Iterator[str]:
    spoken = {"结果": (one.says, finding.message), "建议": (one.advises, finding.advice)}
    for where, (words, sentence) in spoken.items():
        if unsaid := [it for it in words if it not in sentence]:
            yield f"{where}里没有“{'”“'.join(unsaid)}”：{sentence or '一句也没有'}"
    if others := [place for place in one.settles if place not in finding.settles]:
        yield f"填了就能得出结论的各处里没有“{'”“'.join(others)}”"
    if one.basis is not None and one.basis is not finding.basis:
        yield f"依据应为“{one.basis.label}”，核验结果为“{finding.basis.label}”"


def found(call: Call, rule: str, one: Situation) -> Finding:
    """Return what a rule says of a situation; the same errors as `application_of`."""
    supposed = call_of(call, one)
    (finding,) = judge(application_of(supposed, one), supposed, one.on, [rule])
    return finding


def call_of(call: Call, one: Situation) -> Call:
    """Return the call, with the alliances that a situation supposes to be recognised."""
    if one.recognised is None:
        return call
    return call.model_copy(update={"recognised": one.recognised})


def application_of(call: Call, one: Situation) -> Application:
    """Return the application of a situation.

    Raises:
        ValueError: the situation has answers that no draft of this call can have.
        LookupError: a place that is changed is not in the draft to start from.
    """
    answers = _start(call, one)
    for pointer, answer in one.set.items():
        for holder, key in _places(answers, pointer):
            if isinstance(holder, list) and key == len(holder):
                holder.append(answer)
            else:
                holder[key] = answer
    for pointer in one.unset:
        for holder, key in _places(answers, pointer):
            del holder[key]
    received = drafts.read(json.dumps(answers, default=str), call)
    wrong = (*received.problems, *received.unasked, *received.left_aside)
    if wrong:
        raise ValueError("；".join(f"{it.label}（{it.pointer}）：{it.message}" for it in wrong))
    return received.application


def _start(call: Call, one: Situation) -> dict[str, Any]:
    if one.base == "empty":
        return {"notice": call.id, "alliance": {}}
    minimal = one.base == "minimal"
    answers: dict[str, Any] = json.loads(_written(call, minimal=minimal, members=one.members))
    return answers


@lru_cache(maxsize=32)  # hundreds of situations begin from the same few examples
def _written(call: Call, *, minimal: bool, members: int | None) -> str:
    made = example(call, minimal=minimal, members=members)
    return made.model_dump_json(exclude_defaults=True)


def _places(answers: Any, pointer: str) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - JSON
    """Yield each place that a pointer names: the object or list that holds it, its key there."""
    *path, last = pointer.split("/")[1:]
    holders = [answers]
    for step in path:
        holders = [inner for holder in holders for inner in _inside(holder, step)]
    for holder in holders:
        yield holder, int(last) if isinstance(holder, list) else last


def _inside(holder: Any, step: str) -> list[Any]:  # noqa: ANN401 - JSON
    if step == "*":
        return list(holder)
    return [holder[int(step)]] if isinstance(holder, list) else [holder.setdefault(step, {})]
