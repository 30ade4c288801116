"""A made-up application to a call, from the call's folder, with as many members as wanted."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from validator import drafts
from validator.application import Application
from validator.application.codes import check_digit, organisation_digit
from validator.application.membership import by_category, core, count
from validator.calls import Call, CallError, Folder

EXAMPLE = "example.json"
"""The file of the complete example: a draft as the page saves it."""
MINIMAL = "example-minimal.json"
"""The file of an example with few answers; a call may do without."""
_SURNAMES, _GIVEN = "王李张刘陈杨赵黄周吴徐孙", "明芳伟静磊丽强敏杰娜"
_WOMEN = "芳静丽敏娜"


def example(call: Call, *, minimal: bool = False, members: int | None = None) -> Application:
    """Return the made-up application of a call, in which no real unit is named.

    Args:
        call: the call to apply for.
        minimal: whether to give few answers; where the call has no such example, all of them.
        members: the number of members besides the lead. Members are left out from the end, or
            added: copies of an enterprise with a number for a name. By default, those of the file.

    Raises:
        CallError: the call has no example, or its example has answers that cannot be used.
    """
    draft = json.loads(_text(call, call.folder, minimal=minimal))
    if members is not None and not minimal:
        draft = _recounted(call, _with_members(draft, members))
    return _application(call, draft).model_copy(update={"notice": call.id})


def code(prefix: str, region: str, body: str) -> str:
    """Return a synthetic 统一社会信用代码 whose two check digits hold.

    Args:
        prefix: the first two characters: 91 for an enterprise, 12 for a public institution.
        region: the six digits of a region (GB/T 2260).
        body: the eight characters of an organisation code.
    """
    stem = f"{prefix}{region}{body}"
    stem += organisation_digit(body)
    return stem + check_digit(stem)


@cache
def _text(call: Call, folder: Folder, *, minimal: bool) -> str:
    """Return an example's file as JSON, after making sure that it can be used."""
    has_minimal = folder.root.joinpath(MINIMAL).is_file()
    name = MINIMAL if minimal and has_minimal else EXAMPLE
    written = folder.text(name)
    try:
        drafts.check_bounds(written)
        draft = json.loads(written)
        if isinstance(draft, dict):
            # The folder may be a copy of another call's, and says itself which call this is.
            draft.pop("notice", None)
        text = json.dumps(draft, ensure_ascii=False)
        received = drafts.read(text, call)
    except ValueError as error:
        reason = str(error) if isinstance(error, drafts.DraftError) else "不是有效的 JSON 文件"
        message = f"{name}：{reason}"
        raise CallError(message) from None
    wrong = (*received.problems, *received.unasked, *received.left_aside)
    if wrong or drafts.is_foreign(text):
        told = [f"{name} 的 {it.label}（{it.pointer}）：{it.message}" for it in wrong]
        raise CallError("\n".join(told) or f"{name}：没有一项是草稿的内容")
    return text


def _application(call: Call, draft: dict[str, Any]) -> Application:
    return drafts.read(json.dumps(draft), call).application


def _with_members(draft: dict[str, Any], members: int) -> dict[str, Any]:
    listed = draft.setdefault("members", [])
    gone = [unit["name"] for unit in listed[members:]]
    council = draft.get("organs", {}).get("council", {}).get("people", [])
    council[:] = [person for person in council if person.get("unit") not in gone]
    added = [_another(_enterprise(draft), number) for number in range(len(listed) + 1, members + 1)]
    if council:
        council += [_person(council[-1], n, unit) for n, unit in enumerate(added, len(council))]
    listed[:] = [*listed[:members], *added]
    text = json.dumps(draft, ensure_ascii=False)
    for name in gone:  # among the owners of a patent, for instance
        text = text.replace(name, draft["lead"]["name"])
    kept: dict[str, Any] = json.loads(text)
    return kept


def _enterprise(draft: dict[str, Any]) -> dict[str, Any]:
    """Return the member of which more are made: the first of the lead's kind, else the first."""
    kind, listed = draft["lead"].get("category"), draft["members"]
    if not listed:
        message = f"{EXAMPLE} 里没有成员单位，不能照着添加"
        raise CallError(message)
    return next((unit for unit in listed if unit.get("category") == kind), listed[0])


def _another(model: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a copy of a unit with a name, codes and people of its own."""
    uscc, phone = model.get("uscc", ""), model.get("phone", "")
    certificate = model.get("high_tech_certificate", "")
    instead = {
        model["name"]: f"示例配套企业{number}号有限公司",
        uscc: code(uscc[:2], uscc[2:8], f"MA{number:06}") if uscc else "",
        model.get("address"): f"{model.get('province', '')}示例路{number + 1}号",
        model.get("legal_representative"): _name(number),
        model.get("contact"): _name(number + 40),
        model.get("task"): f"第 {number} 类零部件配套研制",
        phone: f"{phone[:-3]}{number:03}",
        model.get("email"): f"contact{number}@example.com",
        certificate: f"{certificate[:-6]}{number:06}",
    }
    text = json.dumps(model, ensure_ascii=False)
    for old, new in instead.items():
        text = text.replace(old, new) if old else text
    copy: dict[str, Any] = json.loads(text)
    return copy


def _person(model: dict[str, Any], number: int, unit: dict[str, Any]) -> dict[str, Any]:
    """Return the member of the council whom a unit sends."""
    name = _name(number)
    return {
        **model,
        "name": name,
        "gender": "女" if name[-1] in _WOMEN else "男",
        "unit": unit["name"],
        "phone": f"{model.get('phone', '')[:-3]}{number:03}",
    }


def _name(number: int) -> str:
    return _SURNAMES[number % len(_SURNAMES)] + _GIVEN[number // len(_SURNAMES) % len(_GIVEN)]


def _recounted(call: Call, draft: dict[str, Any]) -> dict[str, Any]:
    """Return a draft that states the numbers of the members that it lists."""
    application = _application(call, draft)
    units = (application.lead, *application.members)
    numbers = {kind.value: number for kind, number in by_category(units).items()}
    numbers |= {"total": count(units), "core": count(core(application.lead, application.members))}
    stated = draft["alliance"].get("counts", {})
    stated |= {key: numbers[key] for key in stated}
    return draft
