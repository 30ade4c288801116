"""`validator report`: a file to print, named by its ending."""

from pathlib import Path

import pytest
from test_cli import run

from validator.attachments import opened
from validator.calls import load

CALL = load("shanxi_alliance_2023")
DAY = "2023年8月12日"


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The complete example, in a file."""
    path = tmp_path_factory.mktemp("draft") / "草稿.json"
    path.write_text(run("example").stdout, "utf-8")
    return str(path)


def test_a_web_page_says_what_the_check_says(draft: str, tmp_path: Path) -> None:
    path = tmp_path / "报告.html"
    done = run("report", draft, "-o", str(path), "--on", "2023-08-12")
    assert (done.returncode, done.stdout.strip()) == (0, str(path))
    text = path.read_text("utf-8")
    assert "发现 1 项不满足" in text
    assert DAY in text
    summary = run("check", draft).stdout.split("结论：")[1].split("。")[0]
    run("report", draft, "-o", str(path), "--overwrite")
    assert summary in path.read_text("utf-8")


def test_a_word_document_carries_the_draft_and_the_day(draft: str, tmp_path: Path) -> None:
    path = tmp_path / "报告.DOCX"
    assert run("report", draft, "-o", str(path), "--on", "2023-08-12").returncode == 0
    back = opened(path.read_bytes(), CALL)
    assert back.intact
    assert back.edits == ()


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_the_same_draft_gives_the_same_bytes(draft: str, tmp_path: Path, ending: str) -> None:
    paths = [tmp_path / f"{n}.{ending}" for n in (1, 2)]
    for path in paths:
        run("report", draft, "-o", str(path))
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("name", ["报告.pdf", "报告", "报告.doc"])
def test_another_ending_is_refused_with_the_ones_there_are(
    draft: str, tmp_path: Path, name: str
) -> None:
    done = run("report", draft, "-o", str(tmp_path / name))
    assert done.returncode == 2
    assert "应以 .html 或 .docx 结尾" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_or_read_is_told_in_words(draft: str, tmp_path: Path) -> None:
    done = run("report", draft, "-o", str(tmp_path / "没有" / "报告.html"))
    assert (done.returncode, "没有这个文件或文件夹" in done.stderr) == (2, True)
    done = run("report", "-", "-o", str(tmp_path / "报告.html"), stdin='{"lead": {"uscc": "1"}}')
    assert done.returncode == 2
    assert "牵头单位 › 统一社会信用代码" in done.stderr
    assert list(tmp_path.iterdir()) == []
