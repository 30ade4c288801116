"""Every way in and out of the terminal and the page: the same draft, the same bytes."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from asking import ask, file
from test_cli import run

from validator import drafts
from validator.attachments import available
from validator.attachments.bundle import file_safe
from validator.calls import load
from validator.fingerprint import fingerprint

CALL = load("shanxi_alliance_2023")
NAMED = {
    "draft_version": drafts.VERSION,
    "draft_name": "第二稿",
    "fingerprint": fingerprint(CALL),
    "alliance": {"name": "甲联盟"},
}
TYPED = NAMED | {"lead": {"uscc": "123", "name": "乙公司"}}


@pytest.fixture(scope="module")
def complete() -> str:
    draft = ask("example")["draft"]
    return json.dumps({"draft_name": "第二稿"} | draft, ensure_ascii=False)


def package(draft: str, *, clean: bool = False) -> bytes:
    return file("package", draft=draft, clean=clean)


def opened(content: bytes) -> dict[str, Any]:
    return ask("open_file", content=content)


def zipped(**members: bytes) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return saved.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("clean", [False, True])
def test_the_terminal_and_the_page_make_one_package(
    complete: str,
    tmp_path: Path,
    clean: bool,  # noqa: FBT001
) -> None:
    path, folder, more = tmp_path / "包.zip", tmp_path / "材料", ["--clean"] if clean else []
    assert run("fill", "-", "-o", str(path), *more, stdin=complete).returncode == 0
    assert path.read_bytes() == package(complete, clean=clean)
    done = run("fill", "-", "-o", str(folder), *more, stdin=complete)
    assert done.returncode == 0
    assert {it.name: it.read_bytes() for it in folder.iterdir()} == unzipped(path.read_bytes())
    assert len(done.stdout.splitlines()) == len(available(CALL)) + (2 if clean else 3)


def test_the_terminal_fills_what_it_can_of_a_draft_with_wrong_answers(tmp_path: Path) -> None:
    draft, path = json.dumps(TYPED, ensure_ascii=False), tmp_path / "包.zip"
    done = run("fill", "-", "-o", str(path), stdin=draft)
    assert done.returncode == 0
    assert path.read_bytes() == package(draft)
    assert "草稿有 1 处填写有误，材料里这些地方留空，草稿里照原样保留：" in done.stderr
    assert "/lead/uscc" in done.stderr
    assert run("check", "-", stdin=draft).returncode == 2


@pytest.mark.parametrize("draft", [NAMED, TYPED], ids=["named", "wrong"])
def test_every_document_brings_back_what_was_typed(draft: dict[str, Any]) -> None:
    told = json.dumps(draft)
    made = [
        *(file("fill", name=it.name, draft=told) for it in available(CALL)),
        file("report_document", draft=told),
        package(told),
        unzipped(package(told))["草稿.json"],
        *(part for name, part in unzipped(package(told)).items() if name.endswith(".docx")),
    ]
    assert all(opened(content)["draft"] == draft for content in made)


def test_what_an_earlier_run_left_in_the_folder_is_named(tmp_path: Path) -> None:
    draft = tmp_path / "draft.json"
    assert run("example", "-o", str(draft)).returncode == 0
    folder = str(tmp_path / "材料")
    assert run("fill", str(draft), "-o", folder).stderr == ""
    cleaned = run("fill", str(draft), "-o", folder, "--clean", "--overwrite")
    assert "还有不是这次生成的：草稿.json" in cleaned.stderr


def test_a_clean_package_is_told_from_a_document(complete: str) -> None:
    assert "这个压缩包里没有草稿" in opened(package(complete, clean=True))["error"]
    assert "这个压缩包里没有草稿" in opened(zipped(x=b"x"))["error"]


def test_a_package_opens_by_its_draft_or_by_a_document_in_it(complete: str) -> None:
    draft = json.loads(complete)
    whole = opened(package(complete))
    assert whole["draft"] == draft
    assert "草稿.json" in whole["html"]
    alone = unzipped(package(complete))
    (name,) = [name for name in alone if "章程" in name]
    again = opened(zipped(**{"其他.json": b"{}", f"材料/{name}": alone[name]}))
    assert again["draft"] == draft
    assert name in again["html"]
    assert "与它带的草稿一致" in again["html"]


def test_the_other_drafts_of_a_package_are_named(complete: str, tmp_path: Path) -> None:
    other = json.dumps(NAMED, ensure_ascii=False)
    two = {
        "甲/草稿.json": complete.encode(),
        "乙/草稿.json": other.encode(),
        "甲/同样的草稿.json": json.dumps(json.loads(complete)).encode(),
        "甲/设置.json": b"{}",
        "甲/坏.json": b"{",
        "丙/申请表.docx": file("fill", name="application_form", draft=other),
        "甲/申请表.docx": file("fill", name="application_form", draft=complete),
    }
    answer = opened(zipped(**two))
    assert answer["draft"] == json.loads(complete)
    assert "还有别的草稿，没有打开：</strong>“乙/草稿.json”、“丙/申请表.docx”。" in answer["html"]
    assert "别的草稿" not in opened(package(complete))["html"]
    path = tmp_path / "包.zip"
    path.write_bytes(zipped(**two))
    told = run("check", str(path)).stderr
    assert "用的是压缩包里的“甲/草稿.json”" in told
    assert "没有用：乙/草稿.json、丙/申请表.docx" in told


def test_a_spreadsheet_is_told_where_it_goes() -> None:
    saved = io.BytesIO()
    openpyxl.Workbook().save(saved)
    assert "导入成员" in opened(saved.getvalue())["error"]


def test_a_locked_package_is_refused(complete: str) -> None:
    content = bytearray(zipped(**{"草稿.json": complete.encode()}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        content[content.index(mark) + (6 if mark[2] == 3 else 8)] |= 1
    assert opened(bytes(content))["error"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_draft_is_read_in_any_unicode(encoding: str) -> None:
    content = json.dumps(NAMED, ensure_ascii=False).encode(encoding)
    assert opened(content)["draft"] == NAMED
    done = run("check", "-", "--format", "json", stdin=content)
    assert done.returncode == 3


def test_what_is_no_unicode_is_said_in_words() -> None:
    content = json.dumps(NAMED, ensure_ascii=False).encode("gbk")
    assert "另存为 UTF-8" in opened(content)["error"]
    done = run("check", "-", stdin=content)
    assert (done.returncode, "另存为 UTF-8" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "command", [["example"], ["schema"], ["rules"], ["check", "-"]], ids=lambda it: it[0]
)
def test_a_command_writes_the_file_that_it_would_print(
    complete: str, tmp_path: Path, command: list[str]
) -> None:
    path = tmp_path / "out"
    printed = run(*command, stdin=complete)
    written = run(*command, "-o", str(path), stdin=complete)
    assert (written.returncode, written.stdout) == (printed.returncode, f"{path}\n")
    assert path.read_text("utf-8") == printed.stdout
    path.write_text("mine", "utf-8")
    refused = run(*command, "-o", str(path), stdin=complete)
    assert (refused.returncode, path.read_text("utf-8")) == (2, "mine")
    assert "已经存在，内容不同，没有覆盖" in refused.stderr


def test_an_edited_document_is_not_overwritten(complete: str, tmp_path: Path) -> None:
    assert run("fill", "-", "-o", str(tmp_path), stdin=complete).returncode == 0
    (charter,) = tmp_path.glob("*章程.docx")
    document = docx.Document(str(charter))
    document.add_paragraph("我写的")
    document.save(str(charter))
    edited = charter.read_bytes()
    done = run("fill", "-", "-o", str(tmp_path), stdin=complete)
    assert (done.returncode, charter.name in done.stderr) == (2, True)
    assert charter.read_bytes() == edited
    assert run("fill", "-", "-o", str(tmp_path), "--overwrite", stdin=complete).returncode == 0
    assert charter.read_bytes() != edited


def test_the_terminal_reads_what_carries_a_draft(complete: str, tmp_path: Path) -> None:
    run("fill", "-", "-o", str(tmp_path / "包.zip"), stdin=complete)
    run("fill", "-", "-o", str(tmp_path / "材料"), stdin=complete)
    (charter,) = (tmp_path / "材料").glob("*章程.docx")
    printed = run("check", "-", stdin=complete).stdout
    for path in (tmp_path / "包.zip", charter):
        done = run("check", str(path))
        assert (done.returncode, done.stdout, done.stderr) == (0, printed, "")


def test_a_name_shows_what_it_is() -> None:
    turned = '甲\u202e\u2066\u061c\u200b\u2060\u00ad\ufeff乙/\\:*?"<>|\n丙'
    assert file_safe(turned) == "甲乙丙"
