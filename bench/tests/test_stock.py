"""Stock pages are ours but for the engine, which is Pyodide as it is published."""

import json
import re
from pathlib import Path

import pytest

from bench import stock, visits
from bench.served import served
from bench.visits import PAGE
from site_build import folders

pytestmark = pytest.mark.built
EARLY = re.compile(r'\s*<script async src="[^"]*/start\.js"></script>')
OURS = re.compile(
    r'<script type="module" async src="[^"]*/self-check\.mjs" integrity="[^"]*"></script>'
)
THEIRS = re.compile(r'<script type="module" src="[^"]*/stock\.mjs"></script>')


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
    kept = OURS.sub("", EARLY.sub("", ours))
    assert THEIRS.sub("", page.read_text("utf-8")) == kept != ours
    lock = json.loads((tmp_path / "runtime" / "own-lock.json").read_text("utf-8"))
    assert {"validator", "pydantic-core"} < lock["packages"].keys()


@pytest.mark.browser
@pytest.mark.parametrize("peer", ["", *(f"stock-{way}" for way in stock.WAYS)])
def test_a_page_that_is_timed_comes_to_a_finding(peer: str, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)  # nginx runs as another user
    with served(tmp_path) as site:
        if peer:
            stock.build(site.peer(peer), peer.removeprefix("stock-"))
        assert visits.cold(site, peer) > 0


def test_a_page_without_our_scripts_is_not_taken_for_ours(tmp_path: Path) -> None:
    a_site(tmp_path, "<p>form</p>")
    with pytest.raises(ValueError, match=r"self-check\.mjs"):
        stock.build(tmp_path, "lockfile")
