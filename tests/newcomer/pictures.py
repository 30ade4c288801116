"""Makes the pictures of docs/about/first-call.md from the real thing, by following the guide.

usage, after `make site`: PYTHONPATH=tests .venv/bin/python -m newcomer.pictures
"""

from __future__ import annotations

import html
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

from newcomer import guide, repository
from office import convert
from playwright.sync_api import Browser, expect, sync_playwright

from site_build.folders import ROOT
from site_build.serve import server_for
from validator.attachments import documents, fill
from validator.calls import read
from validator.drafts import declared
from validator.example import example

FOLDER = ROOT / "docs" / "images" / "first-call"
_CHROMIUM = "chromium"
_LINES = 9
_TERMINAL = (
    "margin:0;padding:14px 18px;background:#20242b;color:#e6e8eb;"
    "font:15px/1.6 monospace;white-space:pre-wrap;word-break:break-all"
)
_BESIDE = "display:flex;align-items:flex-start;gap:12px;margin:0;padding:12px;background:#d9dce1"


def main() -> None:
    """Follow the guide in a copy of the repository, and take its pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(_CHROMIUM))
        follower = guide.Follower(repository.copied(Path(work) / "site"))
        said = follower.follow(1)
        _terminal(browser, said)
        for number in range(2, 10):
            follower.follow(number)
        official = ROOT / "docs" / "about" / "first-call" / "附件1-申报表.docx"
        placed = follower.folder / "templates" / official.name
        repository.run_whole(
            f".venv/bin/python -m site_build.word_templates.precompile {follower.folder}",
            follower.copy,
        )
        filled = Path(work) / "filled.docx"
        call = read(follower.folder)
        name = documents(call)[0].name
        filled.write_bytes(fill(name, declared(example(call)), call, None))
        _pages(browser, "placeholders", [official, placed], Path(work) / "placed")
        _pages(browser, "filled", [filled], Path(work) / "filled")
        _site(browser, follower)
        browser.close()


def _terminal(browser: Browser, said: str) -> None:
    lines = said.splitlines()
    faults = [line for line in lines if "：还有〔待填〕" in line]
    shown = [*faults[:_LINES], "…", lines[-2] if "个模板" in lines[-1] else lines[-1]]
    text = html.escape("\n".join(shown))
    _picture(browser, "check", f'<pre style="{_TERMINAL}">{text}</pre>', 860)


def _pages(browser: Browser, name: str, files: list[Path], work: Path) -> None:
    """Take a picture of the first pages of Word files, side by side."""
    work.mkdir()
    images = []
    for number, file in enumerate(files):
        pdf = convert([file], "pdf", work / f"{number}")[file.stem]
        image = work / f"{number}"
        subprocess.run(  # noqa: S603 - a fixed command
            ["pdftoppm", "-png", "-r", "80", "-singlefile", pdf, image],  # noqa: S607
            check=True,
        )
        images.append(
            f'<img style="width:{860 // 2 - 18}px" src="{image.with_suffix(".png").as_uri()}">'
        )
    page = work / "beside.html"
    page.write_text(f'<body style="{_BESIDE}">{"".join(images)}', "utf-8")
    _picture(browser, name, page.as_uri(), 860 if len(images) > 1 else 448)


def _picture(browser: Browser, name: str, shown: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 100})
    if shown.startswith("file:"):
        page.goto(shown)
    else:
        page.set_content(f'<body style="margin:0">{shown}')
    page.screenshot(path=FOLDER / f"{name}.jpg", type="jpeg", quality=70, full_page=True)
    page.close()


def _site(browser: Browser, follower: guide.Follower) -> None:
    site = follower.build()
    with server_for(0, site, follower.copy / "build" / "headers.json") as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}"
        page = browser.new_page(viewport={"width": 1366, "height": 760}, locale="zh-CN")
        page.goto(f"{root}/")
        page.locator(f"[id='{guide.CALL}']").locator("..").screenshot(
            path=FOLDER / "home.jpg", type="jpeg", quality=70
        )
        page.goto(f"{root}/calls/{guide.CALL}/tools/self-check/")
        page.get_by_label("整张表").check()
        expect(page.locator("[data-results] .outcome")).to_be_attached(timeout=60_000)
        page.locator("[data-open-file]").set_input_files(follower.folder / "example.json")
        expect(page.locator('[data-note="opened"]')).to_be_visible()
        page.locator("[data-results]").scroll_into_view_if_needed()
        page.mouse.wheel(0, 330)
        page.wait_for_timeout(2_000)
        page.screenshot(path=FOLDER / "self-check.jpg", type="jpeg", quality=70)
        server.shutdown()


if __name__ == "__main__":
    main()
