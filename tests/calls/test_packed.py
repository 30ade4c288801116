"""The folder of a call that a page brings as one file."""

import json
import zipfile
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from asking import LINKS

from calls.folder import FOLDER, TEXTS
from validator.calls import CallError, load, read, unpacked
from validator.fingerprint import fingerprint
from validator.word.package import pack
from validator.worker import answer

OTHER = "elsewhere_2030"


@pytest.fixture(autouse=True)
def _brings_nothing_to_other_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("validator.calls.load"), "_brought", {})
    monkeypatch.setattr("validator.worker.page._said", [])


def parts(**changed: str) -> dict[str, bytes]:
    texts = {**TEXTS, "call.toml": TEXTS["call.toml"].replace("shanxi_alliance_2023", OTHER, 1)}
    made = {f"compiled/{it.name}": it.read_bytes() for it in (FOLDER / "compiled").iterdir()}
    examples = {it.name: it.read_bytes() for it in FOLDER.glob("*.json")}
    return {name: text.encode() for name, text in (texts | changed).items()} | made | examples


def asked(name: str, /, **request: object) -> object:
    answered = answer(name, request)
    return json.loads(answered) if isinstance(answered, str) else answered


def test_a_packed_folder_is_read_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "call.zip").write_bytes(pack(parts()))
    call = read(unpacked((tmp_path / "call.zip").read_bytes()).root)
    assert call.id == OTHER
    assert call.rules == load("shanxi_alliance_2023").rules


def test_one_folder_at_the_top_may_hold_the_files() -> None:
    inside = {f"next/{name}": content for name, content in parts().items()}
    assert read(unpacked(pack(inside | {"__MACOSX/next/call.toml": b""})).root).id == OTHER


def test_a_page_brings_its_call_and_has_all_answers_of_it() -> None:
    begun = answer("begin", {"call": OTHER, "links": LINKS, "folder": pack(parts())})
    assert json.loads(begun) is None
    draft = asked("example")["draft"]
    assert draft["notice"] == OTHER
    text = json.dumps(draft)
    assert "error" not in asked("check", draft=text)
    _name, document = asked("fill", name="application_form", draft=text)
    opened = asked("open_file", content=document)
    assert opened["draft"]["notice"] == OTHER
    assert fingerprint(load(OTHER)) in asked("report_sheet", draft=text)["html"]
    carried = asked("open", draft=json.dumps(draft | {"notice": "shanxi_alliance_2023"}))
    assert "已带入" in carried["html"]


def test_a_wrong_folder_is_refused_by_file_key_and_reason() -> None:
    wrong = parts(**{"call.toml": TEXTS["call.toml"].replace("year = 2023", "year = true", 1)})
    begun = json.loads(answer("begin", {"call": OTHER, "links": LINKS, "folder": pack(wrong)}))
    assert "call.toml 的 year" in begun["error"]


def bomb() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("call.toml", b" " * 60_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "不是 .zip"),
        (b"PK\x03\x04 broken", "不是 .zip"),
        (pack({"readme.txt": b""}), "没有 call.toml"),
        (pack({"a/call.toml": b"", "b/call.toml": b""}), "有几份通知（a/、b/）"),
        (pack({"a/b/call.toml": b""}), "没有 call.toml"),
        (pack({f"{n}.toml": b"" for n in range(1_001)}), "内容过多"),
        (bomb(), "内容过多"),
    ],
)
def test_what_is_no_call_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(CallError, match=said):
        unpacked(content)
