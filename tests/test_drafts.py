"""Drafts: what was saved comes back; what cannot be read is refused or named in Chinese."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from validator.application import Application
from validator.calls import load
from validator.check import check
from validator.drafts import ANSWERS_MAX, SIZE_MAX, VERSION, DraftError, overlong, read, save
from validator.example import example
from validator.fingerprint import fingerprint

CALL = load("shanxi_alliance_2023")
SAVED = save(example(CALL))
SMALL = json.loads(save(example(CALL, members=1)))
WRONG: tuple[Any, ...] = (
    None, True, False, 0, -1, 7, 2.5, 1e308, 10**400, "", "甲", "甲\n乙", "\u0000", "字" * 10_001,
    "2023-02-30", [], [[]], [None], ["甲", 1], [{}], {}, {"甲": 1}, {"/~": {}}, {"name": [[{}]]},
)  # fmt: skip
# Codes to choose from, words of JSON, and what is quoted from the file itself.
MAY_BE_LATIN = re.compile(
    r"（[a-z_]+）|写作 true 或 false|JSON|NaN|Infinity|MB|GR|GF|shanxi_alliance_2023|“[^”]*”"
)


def _is_chinese(message: str) -> bool:
    rest = MAY_BE_LATIN.sub("", message)
    return bool(re.search(r"[\u4e00-\u9fff]", message)) and not re.search(r"[A-Za-z]{2,}", rest)


def _refusal(text: str) -> str:
    with pytest.raises(DraftError) as refusal:
        read(text)
    return str(refusal.value)


@pytest.mark.parametrize("members", [0, 1, 11, 30])
def test_what_was_saved_comes_back(members: int) -> None:
    application = example(CALL, members=members)
    received = read(save(application))
    assert received.application == application
    assert received.problems == ()


def test_an_empty_draft_comes_back() -> None:
    assert read(save(Application())).application == Application()
    assert read("{}").application == Application()


def test_a_draft_holds_its_version_its_call_and_codes_only() -> None:
    answers = json.loads(SAVED)
    assert answers["draft_version"] == VERSION
    assert answers["notice"] == CALL.id
    assert answers["fingerprint"] == fingerprint(CALL)
    assert answers["lead"]["category"] == "enterprise"
    assert "listing_basis" not in answers["lead"]


def test_a_draft_may_have_a_name_of_its_own() -> None:
    text = save(example(CALL), "给张主任看的一稿")
    assert list(json.loads(text))[:2] == ["draft_version", "draft_name"]
    assert read(text).name == "给张主任看的一稿"
    assert read(text).application == example(CALL)
    assert "draft_name" not in json.loads(save(example(CALL), ""))


def test_a_draft_tells_whether_its_rules_are_the_present_ones() -> None:
    assert not read(SAVED).outdated
    older = json.loads(SAVED) | {"fingerprint": "0badcafe"}
    received = read(json.dumps(older))
    assert received.outdated
    assert received.problems == ()
    assert received.draft["fingerprint"] == fingerprint(CALL)


def test_the_rules_of_another_call_are_no_older_ones() -> None:
    other = load("yunze_alliance_2027")
    received = read(SAVED, other)
    assert not received.outdated
    assert received.draft["fingerprint"] == fingerprint(other)


@pytest.mark.parametrize("name", [7, ["甲"], {}, True, "字" * 201, "甲\n乙"])
def test_a_wrong_name_is_named_and_the_answers_kept(name: object) -> None:
    received = read(json.dumps(SMALL | {"draft_name": name}))
    assert [(p.pointer, p.label) for p in received.problems] == [("/draft_name", "草稿名称")]
    assert _is_chinese(received.problems[0].message)
    assert received.name is None
    assert received.application == example(CALL, members=1)


def test_a_draft_is_handed_back_with_its_wrong_answers() -> None:
    answers = SMALL | {"draft_name": "一稿", "lead": {"uscc": "123"}}
    assert read(json.dumps(answers)).draft == answers


def test_what_an_earlier_answer_hides_is_not_found_fault_with() -> None:
    entity = {"formed": False, "uscc": "123", "shareholders": "甲"}
    member = {"name": "甲", "high_tech": True, "high_tech_certificate": 5}
    draft = {"alliance": {"entity": entity}, "members": [{}, member]}
    text = json.dumps(draft, ensure_ascii=False)
    assert [p.pointer for p in read(text).problems] == ["/members/1/high_tech_certificate"]
    entity["formed"], member["high_tech"] = True, "也许"
    text = json.dumps(draft, ensure_ascii=False)
    assert [p.pointer for p in read(text).problems] == [
        "/alliance/entity/uscc",
        "/alliance/entity/shareholders",
        "/members/1/high_tech",
    ]


def test_a_byte_order_mark_makes_no_difference() -> None:
    assert read("\ufeff" + SAVED).application == example(CALL)


def test_wrong_answers_are_named_and_the_others_kept() -> None:
    answers = copy.deepcopy(SMALL)
    answers["lead"]["uscc"] = "9114O100MA0000007Q"
    answers["members"][0]["colour"] = "红"
    answers["submission"]["planned_on"] = 20230808
    received = read(json.dumps(answers))
    assert [(p.pointer, p.label, p.message) for p in received.problems] == [
        (
            "/lead/uscc",
            "牵头单位 › 统一社会信用代码",
            "统一社会信用代码第 5 位是“O”，代码中不用这个字符，是否应为 0？",
        ),
        (
            "/members/0/colour",
            "成员单位第 1 家 › colour",
            "没有这一项，请核对名称",
        ),
        (
            "/submission/planned_on",
            "报送 › 拟报送日期",
            "应为日期，写作 年-月-日，如 2000-01-31",
        ),
    ]
    assert received.application.lead.uscc is None
    assert received.application.lead.name == "太原示例氢能装备有限公司"
    assert received.application.submission.planned_on is None


def test_a_wrong_row_keeps_its_place() -> None:
    answers = json.loads(SAVED)
    answers["members"][3] = "长治示例焦化有限公司"
    received = read(json.dumps(answers))
    assert [p.pointer for p in received.problems] == ["/members/3"]
    assert len(received.application.members) == 11
    assert received.application.members[3].name is None
    assert received.application.members[4].name == "晋城示例压缩机有限公司"


@pytest.mark.parametrize("share", range(20))
def test_a_cut_off_draft_is_refused(share: int) -> None:
    message = _refusal(SAVED[: len(SAVED) * share // 20])
    assert "不是有效的 JSON 文件" in message
    assert _is_chinese(message)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "第 1 行第 1 列"),
        ("<html></html>", "不是有效的 JSON 文件"),
        ("{'lead': {}}", "不是有效的 JSON 文件"),
        ('{"lead": {},}', "不是有效的 JSON 文件"),
        ('{"lead": {}} {}', "不是有效的 JSON 文件"),
        ("[]", "应为一组“名称: 值”"),
        ("null", "应为一组“名称: 值”"),
        ('"甲"', "应为一组“名称: 值”"),
        ("1", "应为一组“名称: 值”"),
        ('{"submission": {"copies": NaN}}', "NaN 不是 JSON 数字"),
        ('{"submission": {"copies": Infinity}}', "Infinity 不是 JSON 数字"),
        ('{"submission": {"copies": -Infinity}}', "-Infinity 不是 JSON 数字"),
        ('{"submission": {"copies": ' + "9" * 5000 + "}}", "过长的数字"),
        ('{"lead": {"name": "甲", "name": "乙"}}', "“name”重复出现"),
        ('{"lead": {}, "lead": {}}', "“lead”重复出现"),
        (r'{"lead": {"name": "\ud800"}}', "孤立的代理项"),
        (r'{"\udfff": 1}', "孤立的代理项"),
        ("[" * 100_000, "嵌套过深"),
        ("[" * 100_000 + "]" * 100_000, "嵌套过深"),
        ('{"lead":' * 100_000 + "1" + "}" * 100_000, "嵌套过深"),
        ('{"lead": ' + "[" * 600 + "]" * 600 + "}", "嵌套过深"),
        (" " * (SIZE_MAX + 1), "文件过大"),
        (json.dumps({"members": [{}] * (ANSWERS_MAX + 1)}), "内容过多"),
        (json.dumps({"alliance": {"chains": ["甲"] * 800_000}}), "内容过多"),
        (f'{{"draft_version": {VERSION + 1}}}', "更新的版本"),
        ('{"draft_version": 0}', "无法识别"),
        ('{"draft_version": "1"}', "无法识别"),
        ('{"draft_version": true}', "无法识别"),
        ('{"draft_version": null}', "无法识别"),
        ('{"draft_version": 1.5}', "无法识别"),
        ('{"notice": "hebei_2024"}', "本站没有这个通知"),
        ('{"notice": 2023}', "本站没有这个通知"),
        ('{"notice": []}', "本站没有这个通知"),
        ('{"notice": {}}', "本站没有这个通知"),
    ],
    ids=lambda value: value[:40] if value.isascii() else None,
)
def test_what_is_no_draft_is_refused(text: str, reason: str) -> None:
    message = _refusal(text)
    assert reason in message
    assert _is_chinese(message)


def test_a_number_too_large_for_its_kind_is_a_problem_of_that_answer() -> None:
    received = read('{"submission": {"copies": 1e400}, "lead": {"figures": [{"revenue": 1e400}]}}')
    assert {p.pointer for p in received.problems} == {
        "/submission/copies",
        "/lead/figures/0/revenue",
    }
    assert all(_is_chinese(p.message) for p in received.problems)


@pytest.mark.no_cover
@pytest.mark.parametrize("number", range(len(WRONG)), ids=lambda n: ascii(WRONG[n])[:20])
def test_a_wrong_answer_anywhere_is_named_at_its_place(number: int) -> None:
    unclear = {}
    for place, holder, key in _everywhere(SMALL):
        if key in {"notice", "draft_version", "fingerprint"}:
            continue
        before, holder[key] = holder[key], WRONG[number]
        text = json.dumps(SMALL)
        holder[key] = before
        for problem in read(text).problems:
            if not (problem.pointer.startswith(place) and _is_chinese(problem.message)):
                unclear[place] = problem
    assert unclear == {}


@pytest.mark.no_cover
def test_much_wrong_at_once_is_still_read_and_checked() -> None:
    dice = Random(2023)  # noqa: S311 - the same lot every time, and no secret
    for _ in range(200):
        answers = copy.deepcopy(SMALL)
        for _, holder, key in list(_everywhere(answers)):
            if key not in {"notice", "draft_version", "fingerprint"} and dice.random() < 0.1:
                holder[key] = copy.deepcopy(dice.choice(WRONG))
        received = read(json.dumps(answers))
        assert [p.message for p in received.problems if not _is_chinese(p.message)] == []
        assert check(received.application, CALL).findings


def _everywhere(
    holder: dict[str, Any] | list[Any], pointer: str = ""
) -> Iterator[tuple[str, Any, Any]]:
    """Every place in a draft: its JSON pointer, what holds it and its key there."""
    for key, value in list(holder.items() if isinstance(holder, dict) else enumerate(holder)):
        place = f"{pointer}/{key}"
        yield place, holder, key
        if isinstance(value, dict | list):
            yield from _everywhere(value, place)


@pytest.mark.parametrize(
    "typed",
    [
        "1e400",
        "-1e400",
        "9" * 400,
        "12345678901234567890",
        "１２３４５６７８９０１２３４５６７",
        "1.0e99",
    ],
)
@pytest.mark.parametrize("place", ["staff", "revenue"])
def test_a_number_beyond_what_the_page_can_hold_stays_as_typed_and_is_named(
    typed: str, place: str
) -> None:
    pointer = "/lead/staff" if place == "staff" else "/lead/figures/0/revenue"
    for written in (json.dumps(typed), typed if typed.isascii() else json.dumps(typed)):
        lead = (
            f'"staff": {written}' if place == "staff" else f'"figures": [{{"revenue": {written}}}]'
        )
        received = read(f'{{"lead": {{{lead}}}}}')
        assert [(p.pointer, p.message) for p in received.problems] == [
            (pointer, "数字过大或位数过多，最多 15 位")
        ]
        assert f'"{typed}"' in json.dumps(received.draft, ensure_ascii=False, allow_nan=False)


def test_a_name_that_stands_twice_is_found_in_one_walk() -> None:
    names = ", ".join(f'"x{n}": 1' for n in range(40_000))
    assert "“x39999”重复出现" in _refusal(f'{{"lead": {{{names}, "x39999": 2}}}}')


def test_a_code_of_nothing_but_accents_is_answered() -> None:
    """To order them takes the square of their number: unbounded, this would run for hours."""
    accents = "甲" + "\u0300\u0316" * 500_000
    draft = {"lead": {"uscc": accents, "staff": accents}, "submission": {"planned_on": accents}}
    text = json.dumps(draft, ensure_ascii=False)
    assert [p.pointer for p in read(text).problems] == [
        "/lead/uscc", "/lead/staff", "/submission/planned_on",
    ]  # fmt: skip


def test_the_lists_that_no_form_can_show_are_named() -> None:
    many: dict[str, Any] = {"members": [{}] * 300, "alliance": {"chains": ["甲"] * 21}}
    assert list(overlong(many, Application)) == []
    many["members"][0] = {"evidence": {"x": [1] * 1_001}}
    many["alliance"]["chains"] *= 50
    assert sorted(overlong(many, Application)) == [
        "成员单位第 1 家 › 证明材料 › x有 1001 项，最多 1000 项",
        "联盟基本情况 › 所属重点产业链有 1050 项，最多 1000 项",
    ]
    many["members"] *= 2
    assert "成员单位有 600 项，最多 300 项" in list(overlong(many, Application))
