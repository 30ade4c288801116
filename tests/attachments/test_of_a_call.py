"""Documents belong to a call: a folder outside this package, with two documents of its own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from calls.folder import FOLDER
from parity.documents import everything, paragraphs

from site_build.word_templates.precompile import precompile
from validator.application import Application
from validator.attachments import REPORT, DocumentError, available, bundle, documents, fill
from validator.calls import Call, CallError, read
from validator.cli import main
from validator.drafts import declared
from validator.example import example
from validator.word.package import unpack

DOCUMENTS = """
[[documents]]
name = "letter"
title = "推荐函"
file_name = "推荐函.docx"
position = "四（一）1"
template = "函.docx"
issued = false
official = false
purpose = "推荐单位的意见。"

[[documents]]
name = "list"
title = "成员名单"
file_name = "成员名单.docx"
position = "三（二）4"
template = "名单.docx"
issued = true
official = true
purpose = "全体成员。"
"""
TEMPLATES = {
    "函.docx": paragraphs("兹推荐{{ alliance.name }}，依据{{ call.id }}。"),
    "名单.docx": paragraphs("{%p for unit in units %}", "{{ unit.name }}", "{%p endfor %}"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a call outside the package, with its own id, documents and templates."""
    skipped = shutil.ignore_patterns("compiled", "templates")
    home = Path(shutil.copytree(FOLDER, tmp_path / "call", ignore=skipped))
    main_file = home / "call.toml"
    main_file.write_text(main_file.read_text("utf-8").replace(FOLDER.name, "elsewhere"), "utf-8")
    (home / "documents.toml").write_text(DOCUMENTS, "utf-8")
    (home / "templates").mkdir()
    for name, content in TEMPLATES.items():
        (home / "templates" / name).write_bytes(content)
    return home


@pytest.fixture
def call(folder: Path) -> Call:
    precompile(folder)
    return read(folder)


def test_its_own_documents_are_filled_from_its_own_templates(call: Call) -> None:
    application = example(call)
    assert [known.title for known in available(call)] == ["推荐函", "成员名单"]
    letter = everything(fill("letter", declared(application), call, None))
    assert f"兹推荐{application.alliance.name}，依据elsewhere。" in letter
    names = everything(fill("list", declared(application), call, None))
    assert all(str(unit.name) in names for _, unit in application.units)


def test_the_package_holds_its_documents_and_no_other_call_s(call: Call) -> None:
    names = [name.partition("/")[2] for name in unpack(bundle(declared(Application()), call, None))]
    assert [name for name in names if name.endswith(".docx")] == [
        "00-推荐函.docx",
        "01-成员名单.docx",
    ]
    with pytest.raises(DocumentError, match="没有名为“charter”的附件"):
        fill("charter", declared(Application()), call, None)


def test_a_call_that_asks_for_no_summary_table_gets_none(folder: Path) -> None:
    file = folder / "call.toml"
    file.write_text(file.read_text("utf-8").replace("summary_in", "# summary_in"), "utf-8")
    precompile(folder)
    made = unpack(bundle(declared(Application()), read(folder), None))
    assert not [name for name in made if name.endswith(".xlsx")]
    assert not [name for name, content in made.items() if "汇总表".encode() in content]


def test_the_report_is_made_for_every_call(call: Call) -> None:
    assert [known.name for known in documents(call)] == ["letter", "list", REPORT]
    assert "elsewhere" in everything(fill(REPORT, declared(Application()), call, None))


def test_an_installed_call_has_compiled_templates_alone(folder: Path) -> None:
    precompile(folder)
    shutil.rmtree(folder / "templates")
    assert fill("letter", declared(Application()), read(folder), None)
    shutil.rmtree(folder / "compiled")
    with pytest.raises(CallError, match=r"没有“函\.docx”"):
        read(folder)


def test_what_is_not_compiled_is_told(folder: Path) -> None:
    with pytest.raises(DocumentError, match="“letter”的模板尚未编译"):
        fill("letter", declared(Application()), read(folder), None)


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ('template = "函.docx"', 'template = "信.docx"', "（letter）的 template：.*没有“信.docx”"),
        ('template = "函.docx"', 'template = "信.docx"', "templates/函.docx：.*没有登记"),
        ('"函.docx"', '"名单.docx"', "的 template：“名单.docx”与第 1 份文档（letter）重复"),
        ('"letter"', '"list"', "的 name：“list”与第 1 份文档（list）重"),
        ('"推荐函.docx"', '"成员名单.docx"', "的 file_name：“成员名单.docx”与第 1 份文档"),
        ('"四（一）1"', '"四（九）"', "第 1 份文档（letter）的 position：通知没有条款“四（九）”"),
        ('title = "推荐函"', 'titel = "推荐函"', "（letter）的 titel：没有这一项，是不是“title”？"),
        ('title = "推荐函"', "", "documents.toml 第 1 份文档（letter）的 title：缺少这一项"),
        ('"letter"', '"推荐"', "documents.toml 第 1 份文档（推荐）的 name：格式不对"),
        ("issued = false", 'issued = "否"', "第 1 份文档（letter）的 issued：应为“是”或“否”"),
        ('"推荐函.docx"', '"推荐函.pdf"', "第 1 份文档（letter）的 file_name：格式不对"),
        ('"letter"', f'"{REPORT}"', f"第 1 份文档（{REPORT}）的 name：“{REPORT}”是自查报告的名称"),
        ("[[documents]]", "[[attachments]]", "documents.toml 的 attachments：没有这一项"),
    ],
)
def test_a_mistake_in_the_list_is_told_by_place(
    folder: Path, written: str, instead: str, told: str
) -> None:
    (folder / "documents.toml").write_text(DOCUMENTS.replace(written, instead, 1), "utf-8")
    with pytest.raises(CallError) as refusal:
        read(folder)
    assert re.search(told, str(refusal.value))


def test_its_templates_are_tried_with_its_own_answers(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates", "check", str(folder)]) == 0
    template = folder / "templates" / "函.docx"
    template.write_bytes(paragraphs("{{ alliance.nmae }}"))
    assert main(["templates", "check", str(template)]) == 1
    assert re.search("函.docx：正文第 1 段.*nmae", capsys.readouterr().out)


def test_one_call_s_templates_are_checked_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "check", "--notice", FOLDER.name]) == 0
    assert "13 个模板，13 个正确" in capsys.readouterr().out
    assert main(["templates", "check", "--notice", "nowhere"]) == 2
    assert "没有编号为“nowhere”的通知" in capsys.readouterr().err
