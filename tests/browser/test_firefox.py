"""Python starts in Firefox too, either way, and answers as natively."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import ask

from browser import desk, firefox, web
from browser.publishing import Published
from browser.test_image import example
from browser.test_offline import KEPT
from browser.test_runtime import ASK, START
from site_build import nginx

CUT_OFF = "A ServiceWorker intercepted the request"
"""What Firefox says of a file that a page was still loading when it was left."""
FOUND = "() => document.querySelector('[data-results] .outcome') !== null"


@pytest.fixture
def spoiled(served: Path, tmp_path: Path) -> Iterator[str]:
    """Serve the site with one bit of the image turned; gives the address."""
    tmp_path.chmod(0o755)
    site = tmp_path / "site"
    web.linked_copy(served, site)
    (image,) = site.glob("runtime/*/memory.bin")
    content = bytearray(image.read_bytes())
    content[len(content) // 2] ^= 1
    web.replace(image, content)
    folder = tmp_path / "nginx"
    folder.mkdir()
    port = nginx.free_port()
    process = nginx.start(nginx.configure(folder, site, port), port)
    yield f"http://127.0.0.1:{port}"
    nginx.stop(process)


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[firefox.Tab]:
    """Start Debian's Firefox."""
    with firefox.running(tmp_path_factory.mktemp("firefox")) as started:
        yield started


def boots_and_answers(tab: firefox.Tab, address: str) -> dict:
    tab.goto(address + web.BLANK)
    ready = tab.evaluate(START, {})
    assert tab.evaluate(ASK, ["ping", {"text": "山西"}]) == {"pong": "山西"}
    draft = example()
    assert tab.evaluate(ASK, ["check", {"draft": draft}]) == ask("check", draft=draft)
    assert tab.errors == []
    return ready


def test_starts_from_the_image(tab: firefox.Tab, nginx: str) -> None:
    assert boots_and_answers(tab, nginx)["way"] == "image"


def test_starts_from_the_archive_when_the_image_is_spoiled(tab: firefox.Tab, spoiled: str) -> None:
    ready = boots_and_answers(tab, spoiled)
    assert ready["way"] == "archive"
    assert ready["refused"].startswith("file_hash: memory.bin")


def test_runs_what_is_not_in_the_image(tab: firefox.Tab, nginx: str) -> None:
    tab.goto(nginx + web.BLANK)
    assert tab.evaluate(START, {})["way"] == "image"
    summary = ["summary", {"draft": example()}]
    size = tab.evaluate(f"async (it) => (await ({ASK})(it)).content.length", summary)
    assert size > 1000
    assert tab.errors == []


def test_needs_no_network_after_one_visit(tab: firefox.Tab, published: Published) -> None:
    address = published.address + desk.ADDRESS
    tab.goto(address)
    tab.wait_for(FOUND)
    tab.wait_for(f"async () => (await ({KEPT})()).includes({json.dumps(published.edition)})")
    published.stop()
    tab.goto(address)
    tab.wait_for(FOUND)
    tab.goto(published.address + desk.NOTICE)
    assert tab.evaluate("() => document.querySelector('[data-clause]') !== null")
    assert [text for text in tab.errors if CUT_OFF not in text] == []
