"""`validator templates check`: every mistake of an author is told by file and place."""

import io
import shutil
from pathlib import Path

import docx
import pytest

from site_build.word_templates.precompile import CALLS
from validator.cli import main

GOOD = CALLS / "shanxi_alliance_2023" / "templates" / "章程.docx"


def broken(folder: Path, text: str, *, name: str = "坏.docx") -> Path:
    """A template of ours after its author typed `text` into a paragraph."""
    document = docx.Document(io.BytesIO(GOOD.read_bytes()))
    document.paragraphs[3].add_run(text)
    path = folder / name
    document.save(path)
    return path


def test_the_sites_own_templates_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "check"]) == 0
    assert "0 个有误" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("｛｛ lead.name ｝｝", "全角"),
        ("{ lead.name }}", "正文第 4 段"),
        ("{{ lead.name", "标签没有闭合"),
        ("{{ lead.nmae }}", "nmae"),
        ("{{ nobody.name }}", "nobody"),
        ("{{ lead.name|safe }}", "safe"),
        ("{% if lead.name %}", "if"),
        ("{{ lead.name|shout }}", "shout"),
    ],
)
def test_a_mistake_is_told_with_the_text_near_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: str, told: str
) -> None:
    assert main(["templates", "check", str(broken(tmp_path, typed))]) == 1
    said = capsys.readouterr().out
    assert said.startswith("坏.docx：")
    assert told in said.splitlines()[0]


def test_one_bad_template_does_not_hide_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(GOOD, tmp_path / "好.docx")
    broken(tmp_path, "{{ lead.nmae }}", name="甲.docx")
    (tmp_path / "乙.docx").write_bytes(b"not a document")
    assert main(["templates", "check", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "甲.docx：" in said
    assert "乙.docx：不能读取" in said
    assert "3 个模板，1 个正确，2 个有误。" in said


def test_nothing_to_check_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "check", str(tmp_path)]) == 2
    assert "没有找到" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "没有写动作"),
        (["mend"], "动作中没有“mend”，可用的有：check"),
        (["check", "--on"], "--on"),
    ],
)
def test_wrong_usage_is_told_in_chinese(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["templates", *arguments])
    told = capsys.readouterr().err
    assert end.value.code == 2
    assert told.startswith("用法：validator templates")
    assert "用法有误：" in told
    assert said in told


def test_the_usage_is_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["templates", "-h"])
    told = capsys.readouterr().out
    assert "显示这段用法" in told
    assert not {"usage", "options", "positional"} & set(told.replace(":", " ").split())
