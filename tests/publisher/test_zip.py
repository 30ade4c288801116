"""`validator call` takes a folder that is packed as a .zip wherever it takes a folder."""

import shutil
from pathlib import Path

import pytest
from calls.folder import FOLDER
from test_cli import run


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A packaged call in a .zip, as an office packs its folder."""
    skipped = shutil.ignore_patterns("compiled")
    home = shutil.copytree(FOLDER, tmp_path / FOLDER.name, ignore=skipped)
    return Path(shutil.make_archive(str(tmp_path / "通知"), "zip", tmp_path, home.name))


def test_a_right_folder_is_right_and_its_word_templates_too(packed: Path) -> None:
    done = run("call", "check", str(packed))
    assert done.returncode == 0, done.stdout
    assert f"{packed}：没有发现错误。" in done.stdout
    assert "13 个模板，13 个正确，0 个有误。" in done.stdout


def test_a_mistake_in_a_word_template_is_told(packed: Path) -> None:
    home = packed.parent / FOLDER.name
    shutil.copy(home / "templates" / "章程.docx", home / "templates" / "诚信声明.docx")
    (home / "templates" / "章程.docx").write_bytes(b"PK")
    again = shutil.make_archive(str(packed.with_name("again")), "zip", packed.parent, home.name)
    done = run("call", "check", again)
    assert done.returncode == 1
    assert "章程.docx" in done.stdout


def test_faults_are_those_of_the_folder(packed: Path) -> None:
    home = packed.parent / FOLDER.name
    text = (home / "call.toml").read_text("utf-8").replace("copies = 6", 'copies = "六"')
    (home / "call.toml").write_text(text, "utf-8")
    again = shutil.make_archive(str(packed.with_name("again")), "zip", packed.parent, home.name)
    of_zip, of_folder = (run("call", "check", it) for it in (again, str(home)))
    assert of_zip.returncode == of_folder.returncode == 1
    assert of_zip.stdout.replace(again, str(home)) == of_folder.stdout
    assert "copies：应为整数" in of_zip.stdout


def test_a_zip_is_compared_and_begun_from(packed: Path, tmp_path: Path) -> None:
    same = run("call", "diff", FOLDER.name, str(packed))
    assert (same.returncode, same.stdout) == (0, "没有不同。\n")
    begun = run("call", "new", "next_2030", "--from", str(packed), "-o", str(tmp_path))
    assert begun.returncode == 0, begun.stderr
    assert (tmp_path / "next_2030" / "templates" / "章程.docx").is_file()


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "没有这个文件"), (b"", "是空的"), (b"PK", "不是 .zip")],
)
def test_what_is_no_call_is_refused(tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "x.ZIP"
    if content is not None:
        file.write_bytes(content)
    for command in (["check", str(file)], ["diff", FOLDER.name, str(file)]):
        done = run("call", *command)
        assert done.returncode == 2
        assert said in done.stderr
