"""Stock pages are ours but for the engine, which is Pyodide as it is published."""

import json
import re
from pathlib import Path

import pytest

from bench import stock
from bench.visits import PAGE
from site_build import folders

pytestmark = pytest.mark.built
EARLY = re.compile(r'\s*<script async src="[^"]*/start\.js"></script>')


@pytest.fixture
def ours() -> str:
    return (folders.SITE / PAGE / "index.html").read_text("utf-8")


def a_site(folder: Path, text: str) -> Path:
    """Lay out a site with a page of that text; return the page."""
    page = folder / PAGE / "index.html"
    page.parent.mkdir(parents=True)
    (folder / "runtime").mkdir()
    for script in (folders.SITE / "assets").glob("*/js/self-check.mjs"):
        (folder / script.parent.relative_to(folders.SITE)).mkdir(parents=True)
    page.write_text(text, "utf-8")
    return page


@pytest.mark.parametrize("way", stock.WAYS)
def test_the_stock_page_keeps_the_page_and_changes_its_engine(
    way: str, tmp_path: Path, ours: str
) -> None:
    page = a_site(tmp_path, ours)
    stock.build(tmp_path, way)
    theirs = EARLY.sub("", ours, count=1)
    assert theirs != ours
    assert page.read_text("utf-8").replace("/stock.mjs", "/self-check.mjs") == theirs
    lock = json.loads((tmp_path / "runtime" / "own-lock.json").read_text("utf-8"))
    assert {"validator", "pydantic-core"} < lock["packages"].keys()


def test_a_page_without_our_scripts_is_not_taken_for_ours(tmp_path: Path) -> None:
    a_site(tmp_path, "<p>form</p>")
    with pytest.raises(ValueError, match=r"self-check\.mjs"):
        stock.build(tmp_path, "lockfile")
