"""`make serve`: a change of a call is built, the open page loads anew, and the tool still runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from newcomer import repository
from playwright.sync_api import Browser, expect

from browser import desk, web
from site_build import live

CALL = "yunze_science_base_2027"
BUILT = 400_000
"""Milliseconds for a build that packs the browser's Python anew."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the repository as it is after `make site`, so that make has nothing to do in it."""
    home = repository.copied(tmp_path / "site")
    for path in home.rglob("*"):
        source = web.ROOT / path.relative_to(home)
        if path.is_file() and not path.is_relative_to(home / ".venv"):
            shutil.copystat(source, path)
    (home / "node_modules").symlink_to(web.ROOT / "node_modules")
    (home / "build").rmdir()
    left_out = shutil.ignore_patterns("live", "coverage*")
    shutil.copytree(web.ROOT / "build", home / "build", symlinks=True, ignore=left_out)
    shutil.copytree(web.ROOT / "site", home / "site")
    for compiled in web.ROOT.glob("validator/**/compiled"):
        shutil.copytree(compiled, home / compiled.relative_to(web.ROOT), dirs_exist_ok=True)
    return home


@pytest.fixture
def address(copy: Path) -> Iterator[str]:
    """Run what `make serve` runs after the first build; gives the address."""
    environment = os.environ | {"PORT": "0"}
    environment.pop("PYTHONPATH", None)
    with subprocess.Popen(
        [sys.executable, "-m", "site_build.live"],
        cwd=copy,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        yield server.stdout.readline().strip().rstrip("/")
        server.terminate()


def change(file: Path, written: str, instead: str) -> None:
    text = file.read_text("utf-8")
    assert written in text
    file.write_text(text.replace(written, instead), "utf-8")


def test_a_change_is_on_the_open_page_and_a_fault_is_said_on_it(
    copy: Path, address: str, browser: Browser
) -> None:
    folder = copy / "validator" / "calls" / CALL
    page = browser.new_context(locale="zh-CN").new_page()
    page.goto(f"{address}/calls/{CALL}/tools/self-check/")
    desk.wait_for_python(page)

    change(folder / "questions.toml", 'title = "基地名称"', 'title = "科普基地名称"')
    expect(page.locator("[data-live]")).to_be_visible()
    expect(page.get_by_text("科普基地名称").first).to_be_attached(timeout=BUILT)
    desk.wait_for_python(page)
    expect(page.locator("[data-results]")).to_contain_text("科普示范基地管理规定")

    change(folder / "call.toml", "copies = 3", 'copies = "三"')
    expect(page.locator("[data-live]")).to_contain_text("call.toml", timeout=BUILT)
    expect(page.locator("[data-live]")).to_contain_text("copies")
    assert page.request.get(f"{address}/calls/{CALL}/").ok
    page.context.close()


def test_the_published_site_has_nothing_of_it() -> None:
    pages = [page for page in web.SITE.rglob("*.html") if "/live/" in page.read_text("utf-8")]
    assert pages == []
    assert not [*web.SITE.rglob("live*")]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (
            (
                'Traceback (most recent call last):\n  File "x.py", line 3, in y\n    z()\n'
                "validator.calls.errors.CallError: 通知数据有误：\ncall.toml 的 year：应为整数\n"
                "make: *** [Makefile:150: build/done/site] Error 1\n"
            ),
            "通知数据有误：\ncall.toml 的 year：应为整数",
        ),
        (
            (
                ".venv/bin/python -m site_build.word_templates.precompile\n"
                "模板有误：申报表.docx：正文第 3 段：没有名为“x”的内容\n"
                "make: *** [Makefile:130: build/done/attachments] Error 1\n"
            ),
            "模板有误：申报表.docx：正文第 3 段：没有名为“x”的内容",
        ),
    ],
)
def test_a_build_that_fails_is_told_in_words(output: str, said: str) -> None:
    assert live.words(output) == said
