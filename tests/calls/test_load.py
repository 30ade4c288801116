"""A mistake in a call's data is named by key and reason, in Chinese."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest

from validator.calls import CallError, available, load, parse

TEXT = files("validator.calls").joinpath("shanxi_alliance_2023.toml").read_text("utf-8")
ENGLISH = re.compile(r"(?!TOML|name_pattern)(?<![A-Za-z_])[A-Za-z_]{3,}")


def test_the_call_as_it_is_packaged() -> None:
    notice = load("shanxi_alliance_2023")
    assert notice.id in available()
    assert notice.window.first_day == date(2023, 8, 7)
    assert notice.window.last_day == date(2023, 8, 11)
    assert notice.thresholds.core_members_min == 10
    assert notice.thresholds.members_usual_max == 30
    assert notice.thresholds.copies == 6
    assert len(notice.support.chains) == 10
    assert len(notice.support.towns) == 5


def test_an_unknown_call_is_refused_with_those_there_are() -> None:
    with pytest.raises(CallError, match=r"没有编号为“hebei_2024”的通知.*shanxi_alliance_2023"):
        load("hebei_2024")


@pytest.mark.parametrize(
    ("written", "instead", "key", "reason"),
    [
        ("copies = 6\n", "", "thresholds.copies", "缺少这一项"),
        ("[window]\n", "[windows]\n", "window", "缺少这一项"),
        ("[window]\n", "[windows]\n", "windows", "没有这一项"),
        ("copies = 6\n", "copies = 6\ncolour = 1\n", "thresholds.colour", "没有这一项"),
        ("copies = 6\n", 'copies = "六"\n', "thresholds.copies", "应为整数"),
        ("copies = 6\n", "copies = 6.5\n", "thresholds.copies", "应为整数"),
        ("copies = 6\n", "copies = 0\n", "thresholds.copies", "应大于 0"),
        ("recognised = []", 'recognised = "无"', "recognised", "应为列表"),
        ("issued = 2023-06-25", 'issued = "六月"', "issued", "日期"),
        ("first_day = 2023-08-07", "first_day = 2023-08-12", "window", "受理首日晚于受理末日"),
        ('position = "三（一）8"', 'position = "三（一）7"', "三（一）7", "重复"),
        ('position = "三（二）7"\ntitle', 'position = "三（二）9"\ntitle', "三（二）9", "不存在"),
        ('position = "三（一）8"', 'position = "3.1.8"', "clauses", "“3.1.8”写法不对"),
        (', rules = ["R44"]', "", "clauses", "guidance"),
        ('rules = ["R44"]', 'rules = ["R63"]', "三（一）8", "没有的规则：R63"),
        ('rules = ["R44"]', 'rules = ["R44", "C1"]', "三（一）8", "没有的规则：C1"),
        ("产业技术创新战略联盟$", "产业技术创新战略联盟($", "name_pattern", "正则表达式"),
    ],
)
def test_a_mistake_is_named(written: str, instead: str, key: str, reason: str) -> None:
    assert written in TEXT
    with pytest.raises(CallError) as refusal:
        parse(TEXT.replace(written, instead, 1))
    lines = [line for line in str(refusal.value).splitlines() if key in line]
    assert any(reason in line for line in lines), str(refusal.value)


def test_every_mistake_is_named_at_once() -> None:
    text = TEXT.replace("copies = 6\n", "").replace("year = 2023\n", 'year = "今年"\n')
    with pytest.raises(CallError) as refusal:
        parse(text)
    message = str(refusal.value)
    assert "year：应为整数" in message
    assert "thresholds.copies：缺少这一项" in message


@pytest.mark.parametrize(
    "text",
    ["[window", "id = ", 'id = "a"\nid = "b"', "id = 'a\n", TEXT[: len(TEXT) // 2]],
    ids=["table", "value", "twice", "string", "cut off"],
)
def test_broken_toml_is_told_in_chinese(text: str) -> None:
    with pytest.raises(CallError, match="不是有效的 TOML") as refusal:
        parse(text)
    assert ENGLISH.findall(str(refusal.value)) == []


def test_a_broken_pattern_is_told_in_chinese() -> None:
    with pytest.raises(CallError) as refusal:
        parse(TEXT.replace("联盟$", "联盟($", 1))
    assert ENGLISH.findall(str(refusal.value)) == []
