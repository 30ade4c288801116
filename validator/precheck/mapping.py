"""Turns a pre-check into a partial application: for the rules, and to go on in the self-check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from validator.application import Application
from validator.application.asked import asked_by
from validator.application.base import Section, hidden
from validator.application.choices import QueryResult, Signing, Standing
from validator.application.pointers import section_of
from validator.calls import Call
from validator.precheck import members
from validator.precheck.choices import Signed
from validator.precheck.fills import filled_by
from validator.precheck.questions import PreCheck

_SOME = "部分成员"
"""The name of the row that stands for "some members", where the answer does not say which."""


def as_draft(answers: PreCheck, call: Call) -> Application:
    """Return the draft with which a self-check begins, which holds only what the answers say.

    Args:
        answers: the answers of a pre-check.
        call: the call.
    """
    draft = _copied(answers, call)
    draft["members"] = members.known(answers.members)
    _tell_everyone(draft, answers)
    if answers.office.full_time:
        _put(draft, "/organs/office/people", [{"full_time": True}])
    return _application(draft, call)


def as_application(answers: PreCheck, call: Call) -> Application:
    """Return the application that the rules check, with rows made up where the answers are numbers.

    The answers say how many members are core, and not which members. Since the rules count core
    members, any rows may be made core. What the answers say of "some units" is entered in one row.

    Args:
        answers: the answers of a pre-check.
        call: the call.
    """
    draft = _copied(answers, call)
    draft["members"] = members.supposed(answers.members)
    _tell_everyone(draft, answers)
    if answers.office.full_time is not None:
        _put(draft, "/organs/office/people", [{"full_time": answers.office.full_time}])
    if some := _some(answers):
        _merge(_someone(draft, answers), some)
    return _application(draft, call)


def _copied(answers: PreCheck, call: Call) -> dict[str, Any]:
    """Return a draft of the answers that each fill exactly one place, as they are."""
    draft: dict[str, Any] = {"notice": call.id}
    for section_name in type(answers).model_fields:
        section = getattr(answers, section_name)
        values = section.model_dump(mode="json", exclude=hidden(section), exclude_none=True)
        for name, value in values.items():
            places = filled_by(type(section).model_fields[name])
            if len(places) == 1 and "*" not in places[0]:
                _put(draft, places[0], value)
    return draft


def _tell_everyone(draft: dict[str, Any], answers: PreCheck) -> None:
    """Give every unit in a draft the answers about all units."""
    if answers.members.total is not None:
        _put(draft, "/alliance/members_listed", True)  # noqa: FBT003 - an answer
    for unit in (draft.setdefault("lead", {}), *draft["members"]):
        for pointer, value in _all(answers):
            _put(unit, pointer, value)


def _all(answers: PreCheck) -> Iterator[tuple[str, Any]]:
    signed = answers.agreement.signed
    if signed in (Signed.ALL, Signed.NONE):
        kind = Signing.IN_PERSON if signed is Signed.ALL else Signing.UNSIGNED
        yield "/signature/kind", kind.value
        yield "/signature/sealed", signed is Signed.ALL
    if answers.records.misconduct is False:
        yield "/credit/has_misconduct", False


def _some(answers: PreCheck) -> dict[str, Any]:
    """Return the answers about some units, which do not say which, as answers of one unit."""
    unit: dict[str, Any] = {}
    if answers.members.dependent:
        unit["standing"] = Standing.OTHER.value
    if answers.agreement.signed is Signed.UNSIGNED:
        _put(unit, "/signature/kind", Signing.UNSIGNED.value)
    if answers.agreement.signed is Signed.UNSEALED:
        _put(unit, "/signature/sealed", False)  # noqa: FBT003 - an answer
    if answers.records.misconduct:
        _put(unit, "/credit/misconduct", [{"open_ended": True}])
    if answers.records.blacklisted:
        _put(unit, "/credit/queries", [{"result": QueryResult.FOUND.value}])
    return unit


def _someone(draft: dict[str, Any], answers: PreCheck) -> dict[str, Any]:
    """Return the row that stands for "some units": the first member, or the lead if there is none.

    While the number of members is not given, a row is added for a member.
    """
    if answers.members.total == 0:
        lead: dict[str, Any] = draft["lead"]
        return lead
    if not draft["members"]:
        draft["members"].append({})
    unit: dict[str, Any] = draft["members"][0]
    unit["name"] = _SOME
    return unit


def _put(draft: dict[str, Any], pointer: str, value: Any) -> None:  # noqa: ANN401 - any answer
    *path, last = pointer.split("/")[1:]
    for step in path:
        draft = draft.setdefault(step, {})
    draft[last] = value


def _merge(unit: dict[str, Any], more: dict[str, Any]) -> None:
    for name, value in more.items():
        if isinstance(value, dict):
            _merge(unit.setdefault(name, {}), value)
        else:
            unit[name] = value


def _application(draft: dict[str, Any], call: Call) -> Application:
    asked = asked_by(call)
    return asked.model_validate_json(json.dumps(_asked(draft, asked)))


def _asked(answers: dict[str, Any], kind: type[Section]) -> dict[str, Any]:
    """Return answers without those that a call does not ask, such as the name of a supposed row."""
    found: dict[str, Any] = {}
    for name, answer in answers.items():
        if name not in kind.model_fields:
            continue
        inner = section_of(kind.model_fields[name].annotation)
        if inner is None:
            found[name] = answer
        elif isinstance(answer, list):
            found[name] = [_asked(row, inner) for row in answer]
        else:
            found[name] = _asked(answer, inner)
    return found
