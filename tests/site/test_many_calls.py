"""Nothing of one call is on a page of another, so that no page grows with the number of calls."""

import json
import zipfile

import built
import pytest

from site_build.pages import hook_packed
from site_build.runtime import KEEP
from validator.calls import DEFAULT, available, load

OTHERS = [call for call in available() if call != DEFAULT]


@pytest.mark.parametrize("call", available())
def test_a_page_of_a_call_says_nothing_of_another_call(call: str) -> None:
    pages = sorted((built.SITE / "calls" / call).rglob("*.html"))
    assert pages
    for other in map(load, set(available()) - {call}):
        for page in pages:
            text = page.read_text("utf-8")
            assert [said for said in (other.id, other.title, other.programme) if said in text] == []


def test_the_first_page_lists_every_call() -> None:
    addresses = set(built.page("").addresses)
    for call in map(load, available()):
        assert f"calls/{call.id}/" in addresses
        assert call.yearly in built.page("").words


def test_the_browsers_python_comes_with_the_first_call_alone() -> None:
    assert KEEP.keeps(f"validator/calls/{DEFAULT}/call.toml")
    assert [call for call in OTHERS if KEEP.keeps(f"validator/calls/{call}/call.toml")] == []


@pytest.mark.parametrize("call", OTHERS)
def test_every_other_call_comes_with_its_pages(call: str) -> None:
    for tool in ("pre-check", "self-check"):
        page = built.SITE / "calls" / call / "tools" / tool / "index.html"
        text = page.read_text("utf-8").partition('data-folder="')[2].partition('"')[0]
        told = json.loads(text.replace("&#34;", '"'))
        packed = (page.parent / told["address"]).resolve()
        assert packed.read_bytes() == hook_packed.packed(call)
        assert packed.stat().st_size == told["bytes"]
        assert "call.toml" in zipfile.ZipFile(packed).namelist()


def test_the_list_for_programs_names_what_is_published() -> None:
    listed = json.loads((built.SITE / "calls" / "index.json").read_text("utf-8"))["calls"]
    assert {it["id"] for it in listed} == set(available())
    for call in listed:
        for place in (*call["data"].values(), call["schema"]):
            assert json.loads((built.SITE / "calls" / place).read_text("utf-8"))


def test_no_banner_is_empty() -> None:
    for page in built.pages():
        banner = page.read_text("utf-8").partition('<aside class="md-banner">')[2]
        inner = banner.partition("</aside>")[0]
        assert not banner or "<strong>" in inner, page
