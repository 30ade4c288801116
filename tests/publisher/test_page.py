"""What the publishers' page asks of Python: all faults, what has changed, the check of a draft."""

import html
import json
import re
from importlib import import_module
from typing import Any

import pytest
from asking import ask
from publisher.zips import CITY, SPOILED, Spoil, files, instead, zipped

from validator.calls import DEFAULT, available, load
from validator.calls.packed import unpacked
from validator.publisher import differences, faults, notes
from validator.worker.publishing import ANSWERING

_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def words(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))


def lines(markup: str) -> list[str]:
    return [words(item) for item in _ITEM.findall(markup)]


def examine(packed: bytes) -> Any:  # noqa: ANN401 - JSON
    return ask("call_examine", folder=packed)


@pytest.mark.parametrize("call", available())
def test_a_published_call_has_no_fault(call: str) -> None:
    found = examine(zipped(call))
    assert (found["is_read"], found["is_sound"]) == (True, True)
    assert "没有发现错误。" in found["html"]
    assert load(call).title in words(found["html"])
    assert lines(found["html"]) == list(notes(unpacked(zipped(call)).root))


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_all_faults_are_those_of_the_command(spoil: Spoil) -> None:
    packed = zipped(CITY, spoil)
    found = examine(packed)
    told = faults(unpacked(packed).root)
    assert told
    assert sorted(lines(found["html"])) == sorted(told)
    assert not found["is_sound"]


def test_faults_stand_under_their_file_and_what_is_to_be_written_stands_apart() -> None:
    def spoil(found: dict[str, bytes]) -> None:
        SPOILED["a key that is none"](found)
        SPOILED["a mark"](found)
        SPOILED["a stray file"](found)

    text = examine(zipped(CITY, spoil))["html"]
    wrong, blank = text.split("<h3>待填的</h3>")
    heads = re.findall(r"<h4>(\S+)", wrong)
    assert heads[0] == "call.toml"
    assert "quesions.toml" in heads
    assert "有 2 处错，还有 1 处待填。" in wrong
    assert re.findall(r"<h4>(\S+)", blank) == ["call.toml"]
    assert "〔待填〕核对编号" in blank


def test_what_was_typed_is_no_markup() -> None:
    name = "<img src=x onerror=alert(1)>"
    text = examine(
        zipped(CITY, instead("call.toml", "[thresholds]", f'[thresholds]\n"{name}" = 3'))
    )
    assert "<img" not in text["html"]
    assert name in words(text["html"])
    told = zipped(CITY, instead("call.toml", 'programme = "', f'programme = "{name}'))
    assert "<img" not in ask("call_compare", folder=told, call=DEFAULT)["html"]
    assert "<img" not in ask("call_try", folder=told, draft=b'{"notice": "<img src=x>"}')["html"]


@pytest.mark.parametrize("call", available())
def test_what_has_changed_is_what_the_command_says(call: str) -> None:
    published = None if call == DEFAULT else zipped(call)
    asked = {"folder": zipped(CITY), "call": call, "published": published}
    found = ask("call_compare", **asked)["html"]
    assert sorted(lines(found)) == sorted(differences(load(call), load(CITY)))
    assert ("没有不同" in found) == (call == CITY)


def test_changes_stand_by_subject() -> None:
    spoil = instead("rules.toml", 'title = "', 'title = "新的')
    again = zipped(CITY, spoil)
    found = ask("call_compare", folder=again, call=CITY, published=zipped(CITY))["html"]
    assert re.findall(r"<summary>(\S+)", found) == ["规则"]


def test_a_folder_that_cannot_be_read_is_not_compared() -> None:
    packed = zipped(CITY, SPOILED["a key that is none"])
    assert not examine(packed)["is_read"]
    assert "不能比较" in ask("call_compare", folder=packed, call=DEFAULT)["error"]


@pytest.mark.parametrize("call", available())
def test_the_folders_own_example_is_tried(call: str) -> None:
    found = ask("call_try", folder=zipped(call))
    assert "未发现不符合" in found["summary"]
    for rule in load(call).rules:
        assert f'id="finding-{rule.id}"' in found["html"]


def test_a_draft_is_judged_by_the_folder_and_not_by_what_is_published() -> None:
    draft = json.loads(files(CITY)["example.json"]) | {"notice": CITY}
    draft["submission"]["planned_on"] = "2027-05-28"
    text = json.dumps(draft).encode()

    def earlier(found: dict[str, bytes]) -> None:
        instead("call.toml", "last_day = 2027-05-30", "last_day = 2027-05-25")(found)
        del found["examples.toml"]

    assert examine(zipped(CITY, earlier))["is_sound"]
    before = ask("call_try", folder=zipped(CITY), draft=text)
    after = ask("call_try", folder=zipped(CITY, earlier), draft=text)
    assert "未发现不符合" in before["summary"]
    assert "不满足" in after["summary"]
    assert "5月25日" in words(after["html"])


def test_the_sentences_are_those_of_the_self_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("validator.calls.load"), "_brought", {})
    draft = ask("example")["draft"]
    draft["alliance"]["name"] = "某某联盟"
    text = json.dumps(draft)
    tried = ask("call_try", folder=zipped(DEFAULT), draft=text.encode())
    checked = ask("check", draft=text)
    assert tried["summary"] == checked["summary"]
    assert words(checked["html"]) in words(tried["html"])


def test_links_lead_nowhere_but_within_the_report() -> None:
    found = ask("call_try", folder=zipped(CITY), draft=b'{"alliance": {}}')["html"]
    targets = re.findall(r'href="([^"]*)"', found)
    assert targets
    assert [it for it in targets if not it.startswith("#results-")] == []
    assert {it[1:] for it in targets} <= set(re.findall(r'id="([^"]*)"', found))


def test_a_draft_of_another_call_says_what_is_taken_over() -> None:
    draft = ask("example")["draft"]
    assert draft["notice"] == DEFAULT
    found = words(ask("call_try", folder=zipped(CITY), draft=json.dumps(draft).encode())["html"])
    assert f"这份草稿是为“{load(DEFAULT).yearly}”填的。" in found
    assert "这份通知不问的" in found
    strange = b'{"notice": "elsewhere_2030", "alliance": {"name": "x"}}'
    assert "为“elsewhere_2030”填的" in words(
        ask("call_try", folder=zipped(CITY), draft=strange)["html"]
    )


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (b"", "是空的"),
        (b"PK\x03\x04", "请选草稿文件（.json）"),
        (b"{", "JSON"),
        (b'{"a": 1}', "没有一项是本站草稿的内容"),
        (b"x" * 10_000_001, "文件过大"),
    ],
)
def test_what_is_no_draft_is_refused_in_words(draft: bytes, said: str) -> None:
    assert said in ask("call_try", folder=zipped(CITY), draft=draft)["error"]


@pytest.mark.parametrize("name", ["a mark", "another id", "GBK"])
def test_a_folder_with_faults_is_tried_on_no_draft(name: str) -> None:
    packed = zipped(CITY, SPOILED[name])
    assert "请先改好" in ask("call_try", folder=packed)["error"]


@pytest.mark.parametrize("name", ANSWERING)
def test_what_is_no_folder_is_refused_in_words(name: str) -> None:
    more = {"call": DEFAULT} if name == "call_compare" else {}
    assert "不是 .zip" in ask(name, folder=b"no zip", **more)["error"]
