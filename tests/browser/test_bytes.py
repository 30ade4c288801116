"""What a visit fetches is what `build/bytes.json` says, byte for byte as it travels."""

import json
from collections import Counter
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response

from browser import desk, web
from validator.calls import available

COUNTED = json.loads((web.ROOT / "build" / "bytes.json").read_text("utf-8"))
TOOLS = [address for address, told in COUNTED.items() if "first" in told]


def visit(page: Page, address: str) -> dict[str, int]:
    """Return the bytes of every body that came, by file."""
    came: list[Response] = []
    page.context.on("response", lambda it: came.append(it))  # noqa: PLW0108 - append has no attributes
    page.goto(address)
    page.wait_for_load_state("networkidle")
    if address.strip("/") + "/" in TOOLS:
        if page.locator("[data-results]").count():
            desk.wait_for_python(page)
        while not any(it.url.endswith("/python.bin") for it in came):
            page.wait_for_timeout(100)
    page.wait_for_timeout(500)
    return {_file(it.url): int(it.headers["content-length"]) for it in came}


def _file(url: str) -> str:
    path = urlsplit(url).path.removeprefix("/")
    return path + "index.html" if not path or path.endswith("/") else path


@pytest.mark.parametrize("address", COUNTED)
def test_a_visit_fetches_what_was_counted(page: Page, address: str) -> None:
    came = visit(page, "/" + address.removeprefix("/"))
    parts = COUNTED[address].values()
    assert sorted(came) == sorted({name for part in parts for name in part["files"]})
    assert sum(came.values()) == sum(part["brotli"] for part in parts)


def test_only_the_tools_fetch_the_runtime() -> None:
    pages = ("pre-check", "self-check")
    of_calls = {f"calls/{call}/tools/{it}/" for call in available() for it in pages}
    assert set(TOOLS) == {*of_calls, "about/check-call/"}
    kinds = Counter(
        address
        for address, told in COUNTED.items()
        for part in told.values()
        for name in part["files"]
        if name.startswith("runtime/") or name.endswith(".mjs")
    )
    assert set(kinds) == set(TOOLS)


@pytest.mark.parametrize("address", COUNTED)
def test_packing_pays(address: str) -> None:
    for part in COUNTED[address].values():
        assert part["brotli"] < part["gzip"] < part["raw"]
