"""A mistake in a call's data is named by key and reason, in Chinese."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from calls.folder import FOLDER, TEXTS, spoiled
from validator.calls import CallError, available, load, parse, read
from validator.rules import rules_of

ENGLISH = re.compile(r"(?!TOML|name_pattern)(?<![A-Za-z_])[A-Za-z_]{3,}")


def test_the_call_as_it_is_packaged() -> None:
    call = load("shanxi_alliance_2023")
    assert call.id in available()
    assert call.window.first_day == date(2023, 8, 7)
    assert call.window.last_day == date(2023, 8, 11)
    assert call.thresholds.core_members_min == 10
    assert call.thresholds.members_usual_max == 30
    assert call.thresholds.copies == 6
    assert len(call.support.chains) == 10
    assert len(call.support.towns) == 5


def test_an_unknown_call_is_refused_with_those_there_are() -> None:
    with pytest.raises(CallError, match=r"没有编号为“hebei_2024”的通知.*shanxi_alliance_2023"):
        load("hebei_2024")


@pytest.mark.parametrize(
    ("written", "instead", "key", "reason"),
    [
        ("issued = 2023-06-25\n", "", "call.toml 的 issued", "缺少这一项"),
        ("[window]\n", "[windows]\n", "call.toml 的 window", "缺少这一项"),
        ("[window]\n", "[windows]\n", "call.toml 的 windows", "没有这一项"),
        ("copies = 6\n", "copies = 6\ncolour = 1\n", "thresholds.colour", "没有这一项"),
        ("copies = 6\n", 'copies = "六"\n', "thresholds.copies", "应为整数"),
        ("copies = 6\n", "copies = 6.5\n", "thresholds.copies", "应为整数"),
        ("copies = 6\n", "copies = 0\n", "thresholds.copies", "应大于 0"),
        ("recognised = []", 'recognised = "无"', "recognised", "应为列表"),
        ("issued = 2023-06-25", 'issued = "六月"', "issued", "日期"),
        ("first_day = 2023-08-07", "first_day = 2023-08-12", "window", "受理首日晚于受理末日"),
        ('position = "三（一）8"', 'position = "三（一）7"', "三（一）7", "重复"),
        (
            'position = "三（二）7"\ntitle',
            'position = "三（二）9"\ntitle',
            "call.toml 第 7 项材料",
            "没有条款“三（二）9”",
        ),
        ('position = "三（一）8"', 'position = "3.1.8"', "notice.toml 第 ", "写法不对"),
        (', rules = ["R44"]', "", "notice.toml 第 ", "guidance"),
        ('rules = ["R44"]', 'rules = ["R99"]', "（三（一）8）第 ", "没有编号为“R99”的规则"),
        ('rules = ["R44"]', 'rules = ["R44", "C1"]', "C1", "一致性提示"),
        ('rules = ["R44"]', 'rules = ["R43"]', "rules.toml 第 44 条规则（R44）", "没有条款写到它"),
        ('id = "R02"', 'id = "R01"', "rules.toml 第 2 条规则（R01）的 id", "重复"),
        ('id = "R02"', 'id = "第二"', "rules.toml 第 2 条规则（第二）的 id", "格式不对"),
        (
            'strength = "info"',
            'strength = "weak"',
            "rules.toml 第 1 条规则（R01）的 strength",
            "应为下列之一",
        ),
        (
            'materials_in = "三（二）"',
            'materials_in = "3"',
            "call.toml 的 materials_in",
            "没有条款",
        ),
        ('summary_in = "四（二）"', 'summary_in = "九"', "call.toml 的 summary_in", "没有条款"),
        (
            'ready = ["/evidence',
            'redy = ["/evidence',
            "call.toml 第 1 项材料（",
            "没有这一项",
        ),
        ('judge = "guidance"', "", "rules.toml 第 1 条规则（R01）的 judge", "缺少这一项"),
        ("产业技术创新战略联盟$", "产业技术创新战略联盟($", "name_pattern", "正则表达式"),
        ('clause = "四（三）"', 'clause = "四（九）"', "四（九）", "通知没有条款"),
        (
            "location = {",
            "location = 3 #",
            "precheck.toml 的 pre_check.location",
            "应为一组“名称: 值”",
        ),
        (
            "has_partners = { clause =",
            "has_partners = { claus =",
            "questions.toml 的 application.has_partners.claus",
            "没有",
        ),
    ],
)
def test_a_mistake_is_named(written: str, instead: str, key: str, reason: str) -> None:
    with pytest.raises(CallError) as refusal:
        parse(spoiled(written, instead))
    lines = [line for line in str(refusal.value).splitlines() if key in line]
    assert any(reason in line for line in lines), str(refusal.value)


@pytest.mark.parametrize(
    ("instead", "place", "reason"),
    [
        ('judge = "goal"', "rules.toml 第 1 条规则（R01）的 judge", "没有名为“goal”的判定"),
        (
            'judge = "guidance"\ngiven.least = 3',
            "rules.toml 第 1 条规则（R01）的 given.least",
            "没有这一项",
        ),
    ],
)
def test_a_rule_that_nothing_can_judge_is_named(instead: str, place: str, reason: str) -> None:
    with pytest.raises(CallError) as refusal:
        rules_of(parse(spoiled('judge = "guidance"', instead)))
    assert place in str(refusal.value)
    assert reason in str(refusal.value)


def test_every_mistake_is_named_at_once() -> None:
    text = TEXTS["call.toml"]
    text = text.replace("issued = 2023-06-25\n", "").replace("year = 2023\n", 'year = "今年"\n')
    with pytest.raises(CallError) as refusal:
        parse({**TEXTS, "call.toml": text})
    message = str(refusal.value)
    assert "year：应为整数" in message
    assert "issued：缺少这一项" in message


@pytest.mark.parametrize(
    "text",
    ["[window", "id = ", 'id = "a"\nid = "b"', "id = 'a\n", TEXTS["notice.toml"][:-40]],
    ids=["table", "value", "twice", "string", "cut off"],
)
@pytest.mark.parametrize("name", sorted(TEXTS))
def test_broken_toml_is_told_in_chinese(name: str, text: str) -> None:
    with pytest.raises(CallError, match=f"{name} 不是有效的 TOML") as refusal:
        parse({**TEXTS, name: text})
    assert ENGLISH.findall(str(refusal.value).replace(name, "")) == []


def test_a_broken_pattern_is_told_in_chinese() -> None:
    with pytest.raises(CallError) as refusal:
        parse(spoiled("联盟$", "联盟($"))
    assert ENGLISH.findall(str(refusal.value).replace("call.toml", "")) == []


def test_what_stands_in_another_file_than_its_own_is_sent_there() -> None:
    texts = {**TEXTS, "call.toml": TEXTS["call.toml"] + TEXTS["rules.toml"]}
    with pytest.raises(CallError, match=r"call\.toml 的 rules：应写在 rules\.toml 中"):
        parse(texts)
    texts = {**TEXTS, "rules.toml": "colour = 1\n" + TEXTS["rules.toml"]}
    with pytest.raises(CallError, match=r"rules\.toml 的 colour：没有这一项"):
        parse(texts)


def test_a_folder_without_one_of_its_files_is_refused(tmp_path: Path) -> None:
    for name in TEXTS:
        folder = tmp_path / name
        shutil.copytree(FOLDER, folder)
        (folder / name).unlink()
        with pytest.raises(CallError, match=f"{name}：通知的文件夹里没有这个文件"):
            read(folder)


def test_a_file_that_a_chinese_windows_saved_is_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "call"
    shutil.copytree(FOLDER, folder)
    (folder / "call.toml").write_bytes(TEXTS["call.toml"].encode("gbk"))
    with pytest.raises(CallError, match=r"call\.toml 不是 UTF-8 编码"):
        read(folder)


def test_a_call_of_texts_has_no_folder_and_says_so() -> None:
    call = parse(TEXTS)
    assert call == load(FOLDER.name)
    assert call != FOLDER.name
    with pytest.raises(CallError, match="不是从文件夹读入的"):
        _ = call.folder


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    folder = tmp_path / "call"
    shutil.copytree(FOLDER, folder)
    (folder / "call.toml").write_text(TEXTS["call.toml"], "utf-8-sig")
    assert read(folder) == load("shanxi_alliance_2023")
