"""The folder of a call that a page brings as one file."""

import json
import warnings
import zipfile
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from asking import LINKS

from calls.folder import FOLDER, TEXTS
from validator.calls import CallError, load, read
from validator.calls.packed import PACKED_MAX, unpacked
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


def zipped(files: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack files in their order, also twice the same name."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of a name that stands twice
        for name, content in files.items():
            archive.writestr(name.removesuffix("#"), content)
    return buffer.getvalue()


class _Unmarked(zipfile.ZipInfo):
    """A file whose name is written byte for byte, as programs older than the mark write it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's own name
        return self.orig_filename.encode("cp437"), self.flag_bits


def without_mark(packed: bytes, encoding: str) -> bytes:
    """Write the names of a .zip in an encoding, without the mark that they are UTF-8."""
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        found = {it.filename: archive.read(it) for it in archive.infolist()}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in found.items():
            archive.writestr(_Unmarked(name.encode(encoding).decode("cp437")), content)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_are_those_that_were_packed(encoding: str) -> None:
    files = parts() | {"templates/附件1-申请表.docx": b"PK", "通知/说明.txt": b"x"}
    inside = {f"下一份/{name}": content for name, content in files.items()}
    raw = without_mark(pack(inside), encoding)
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        assert not [it for it in archive.infolist() if it.flag_bits & 0x800]
    root = unpacked(raw).root
    assert root.name == "下一份"
    assert root.joinpath("templates", "附件1-申请表.docx").read_bytes() == b"PK"
    assert root.joinpath("通知", "说明.txt").read_bytes() == b"x"


def test_backslashes_part_folders_as_old_programs_write_them() -> None:
    files = {f"next\\{name}".replace("/", "\\"): content for name, content in parts().items()}
    assert read(unpacked(zipped(files)).root).id == OTHER


def test_what_macos_adds_is_left_out() -> None:
    added = {"__MACOSX/._call.toml": b"\0", ".DS_Store": b"\0", "compiled/.DS_Store": b"\0"}
    root = unpacked(pack(parts() | added)).root
    assert read(root).id == OTHER
    assert [it.name for it in root.iterdir() if "DS_Store" in it.name or "MAC" in it.name] == []
    assert not root.joinpath("compiled", ".DS_Store").is_file()


def bomb() -> bytes:
    return zipped({"call.toml": b" " * 60_000_000})


def understated() -> bytes:
    """Return a bomb whose directory states a size of one byte."""
    raw = bytearray(bomb())
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (1).to_bytes(4, "little")
    return bytes(raw)


def locked() -> bytes:
    raw = bytearray(zipped({"call.toml": b"x"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + place] |= 1
    return bytes(raw)


def damaged() -> bytes:
    raw = bytearray(zipped(parts()))
    raw[2_000:2_200] = bytes(200)
    return bytes(raw)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "是空的"),
        (b"PK\x03\x04 broken", "不是 .zip"),
        (b"%PDF-1.7", "不是 .zip"),
        (b"\xd0\xcf\x11\xe0" * 100, "不是 .zip"),
        (pack({"readme.txt": b""}), "没有 call.toml"),
        (pack({}), "没有 call.toml"),
        (pack({"a/call.toml": b"", "b/call.toml": b""}), "有几份通知（a/、b/）"),
        (pack({"call.toml": b"", "b/call.toml": b""}), "有几份通知（最上层、b/）"),
        (pack({"a/b/call.toml": b""}), "它在“a/b/”里"),
        (pack({f"{n}.toml": b"" for n in range(1_001)}), "内容过多"),
        (b"PK\x01\x02" * 20_001, "内容过多"),
        (bytes(PACKED_MAX + 1), "内容过多"),
        (bomb(), "内容过多"),
        (understated(), "已损坏|内容过多"),
        (locked(), "有密码"),
        (damaged(), "已损坏"),
        (zipped(parts(), method=zipfile.ZIP_LZMA), "压缩方法"),
        (zipped({"call.toml": b"", "../call.toml": b""}), "“../call.toml”可能指向文件夹以外"),
        (zipped({"call.toml": b"", "a/../../x": b""}), "可能指向文件夹以外"),
        (zipped({"call.toml": b"", "/etc/x": b""}), "可能指向文件夹以外"),
        (zipped({"call.toml": b"", "C:\\x": b""}), "可能指向文件夹以外"),
        (zipped({"call.toml": b"", "a//x": b""}), "可能指向文件夹以外"),
        (zipped({"call.toml": b"1", "call.toml#": b"2"}), "有两个“call.toml”"),
    ],
)
def test_what_is_no_call_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(CallError, match=said):
        unpacked(content)
