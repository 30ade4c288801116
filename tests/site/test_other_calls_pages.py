"""Pages of the calls beside the first: nothing of the first is said, and a folder is enough."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import built
import pytest
from calls.strangers import FIRST, strangers

from site_build.word_templates.precompile import precompile
from validator.calls import available, load

OTHERS = [name for name in available() if name != FIRST.id]
MADE = {".html", ".json"}
ELSEWHERE = "next_year_2028"
ENOUGH = {
    "index.html",
    "notice/index.html",
    "rules/index.html",
    "tools/pre-check/index.html",
    "tools/self-check/index.html",
    "guide/conditions/index.html",
    "guide/materials/index.html",
    "guide/attachments/index.html",
    "guide/submission/index.html",
    "guide/questions/index.html",
}


def _said(folder: Path) -> dict[str, set[str]]:
    """The words of the first call on each page and in each file of a call's data."""
    told = {
        file.relative_to(folder).as_posix(): strangers(file.read_text("utf-8"))
        for file in folder.rglob("*")
        if file.suffix in MADE
    }
    return {name: words for name, words in told.items() if words}


@pytest.mark.parametrize("name", OTHERS)
def test_no_page_says_anything_of_the_first_call(name: str) -> None:
    folder = built.SITE / "calls" / name
    assert {file for file in ENOUGH if not (folder / file).is_file()} == set()
    assert _said(folder) == {}


@pytest.mark.parametrize("name", OTHERS)
def test_every_page_and_the_first_show_the_remark(name: str) -> None:
    remark = load(name).remark
    pages = [*(built.SITE / "calls" / name).rglob("*.html"), built.SITE / "index.html"]
    assert [page for page in pages if remark not in page.read_text("utf-8")] == []


def test_the_first_call_has_no_remark() -> None:
    assert "虚构的示例通知" not in (built.SITE / built.OF_CALL / "index.html").read_text("utf-8")


def test_a_folder_beside_the_others_becomes_the_pages_of_a_call(tmp_path: Path) -> None:
    package = Path(shutil.copytree(built.ROOT / "validator", tmp_path / "python" / "validator"))
    folder = Path(shutil.copytree(package / "calls" / OTHERS[0], package / "calls" / ELSEWHERE))
    for file in folder.glob("*.toml"):
        text = file.read_text("utf-8").replace(f'"{OTHERS[0]}"', f'"{ELSEWHERE}"')
        text = text.replace("云泽市产业技术创新联盟的通知", "云泽市明年联盟的通知")
        file.write_text(text, "utf-8")
    precompile(folder)
    site = tmp_path / "site"
    subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", site],
        cwd=built.ROOT,
        env={**os.environ, "PYTHONPATH": str(package.parent), "NO_MKDOCS_2_WARNING": "1"},
        check=True,
        capture_output=True,
    )
    made = site / "calls" / ELSEWHERE
    assert {name for name in ENOUGH if not (made / name).is_file()} == set()
    assert _said(made) == {}
    assert "云泽市明年联盟的通知" in (made / "data" / "call.json").read_text("utf-8")
