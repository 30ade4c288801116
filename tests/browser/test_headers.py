"""What the servers say with each file, and that pages live with it."""

import http.client
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from browser import web
from browser.watch import Watch
from site_build import serve

RUNTIME = "/runtime/{build}/"
ADDRESSES = [
    "/",
    "/404.html",
    "/no/such/page/",
    "/assets",
    web.SCRIPTS + "/self-check.mjs",
    web.SCRIPTS + "/worker.mjs",
    "/search/documents.json",
    RUNTIME + "pyodide.asm.wasm",
    RUNTIME + "pyodide.asm.mjs",
    RUNTIME + "memory.bin",
    RUNTIME + "python.bin",
    web.DOCUMENT,
]
# Of one server's making, or of the connection's.
ENCODINGS = ["br", "gzip, deflate, br", "gzip, br;q=0", "gzip", "br;q=0.5,gzip", "identity", "xbr"]
UNPACK = "process.stdout.write(require('zlib').brotliDecompressSync(require('fs').readFileSync(0)))"
OWN = {"accept-ranges", "connection", "date", "etag", "keep-alive", "last-modified", "server"}
POLICY = "content-security-policy"


@pytest.fixture(scope="module")
def here(served: Path) -> Iterator[str]:
    """Run the server of `make serve`; gives the address."""
    with serve.server_for(0, site=served) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def ask(
    server: str, address: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    (build,) = (web.ROOT / "build" / "runtime").glob("*/")
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=10)
    connection.request(method, address.format(build=build.name), headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.headers.items()}, body


def unpacked(content: bytes) -> bytes:
    command = ["node", "-e", UNPACK]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout  # noqa: S603


def told(answer: tuple[int, dict[str, str], bytes]) -> tuple[int, dict[str, str]]:
    status, headers, _ = answer
    if status == http.client.MOVED_PERMANENTLY:  # nginx words a body for it, and types it
        headers = {name: headers[name] for name in headers if not name.startswith("content-")}
    return status, {name: headers[name] for name in headers if name not in OWN}


@pytest.mark.parametrize(
    "encoding",
    ["br", "gzip, deflate, br", "gzip, br;q=0", "gzip", "br;q=0.5,gzip", "identity", "xbr"],
)
@pytest.mark.parametrize("address", ADDRESSES)
def test_make_serve_says_what_nginx_says(
    nginx: str, here: str, address: str, encoding: str
) -> None:
    real = ask(nginx, address, **{"Accept-Encoding": encoding})
    ours = ask(here, address, **{"Accept-Encoding": encoding})
    assert told(ours) == told(real)
    if real[0] != http.client.MOVED_PERMANENTLY:
        assert ours[2] == real[2]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_policy(nginx: str, address: str) -> None:
    _, headers, _ = ask(nginx, address)
    assert headers[POLICY].startswith("default-src 'none'; script-src 'self'")
    assert "unsafe-inline" not in headers[POLICY]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_only_the_worker_may_compile_webassembly(nginx: str) -> None:
    allowed = {a for a in ADDRESSES if "unsafe-eval" in ask(nginx, a)[1][POLICY]}
    assert allowed == {a for a in ADDRESSES if a.startswith(RUNTIME) or "worker" in a}


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/no/such/page/", "text/html; charset=utf-8"),
        (web.SCRIPTS + "/worker.mjs", "text/javascript; charset=utf-8"),
        (RUNTIME + "pyodide.asm.wasm", "application/wasm"),
        (RUNTIME + "python.bin", "application/octet-stream"),
        (
            web.DOCUMENT,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_types(nginx: str, address: str, kind: str) -> None:
    assert ask(nginx, address)[1]["content-type"] == kind


@pytest.mark.parametrize("address", ["/index.html.br", RUNTIME + "python.bin.gz"])
def test_packed_files_have_no_address_of_their_own(nginx: str, here: str, address: str) -> None:
    assert told(ask(here, address)) == told(ask(nginx, address))
    assert ask(nginx, address)[0] == http.client.NOT_FOUND


def test_a_missing_page_is_missing(nginx: str) -> None:
    assert ask(nginx, "/no/such/page/")[0] == http.client.NOT_FOUND


def test_what_is_named_after_its_contents_is_kept(nginx: str) -> None:
    assert "immutable" in ask(nginx, RUNTIME + "python.bin")[1]["cache-control"]
    assert ask(nginx, "/")[1]["cache-control"] == "no-cache"


def test_large_files_come_compressed(nginx: str) -> None:
    sizes = {}
    for encoding in ("identity", "gzip", "br"):
        _, headers, body = ask(nginx, RUNTIME + "python.bin", **{"Accept-Encoding": encoding})
        assert headers.get("content-encoding", "identity") == encoding
        assert headers["content-type"] == "application/octet-stream"
        assert headers["vary"] == "Accept-Encoding"
        sizes[encoding] = len(body)
    assert sizes["br"] < sizes["gzip"] * 0.8 < sizes["identity"] / 3


@pytest.mark.parametrize("address", ["/", web.SCRIPTS + "/worker.mjs", "/no/such/page/"])
def test_packed_files_hold_what_is_published(nginx: str, address: str) -> None:
    plain = ask(nginx, address)
    packed = ask(nginx, address, **{"Accept-Encoding": "br"})
    assert (packed[0], unpacked(packed[2])) == (plain[0], plain[2])
    assert packed[1][POLICY] == plain[1][POLICY]


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_heads_are_those_of_the_files(nginx: str, here: str, encoding: str) -> None:
    for server in (nginx, here):
        asked = {"Accept-Encoding": encoding}
        whole = ask(server, web.SCRIPTS + "/worker.mjs", **asked)
        head = ask(server, web.SCRIPTS + "/worker.mjs", "HEAD", **asked)
        assert (told(head), head[2]) == (told(whole), b"")


def test_pages_live_with_the_policy(page: Page, served: Path) -> None:
    pages = sorted(served.rglob("index.html"))
    assert pages
    for path in pages:
        page.goto("/" + path.relative_to(served).as_posix().removesuffix("index.html"))
        page.wait_for_load_state("networkidle")


def test_the_watch_sees_what_a_policy_stops(page: Page, watch: Watch) -> None:
    page.goto(web.BLANK)
    page.evaluate("fetch('https://example.org/').catch(() => {})")
    page.evaluate("document.body.innerHTML = '<p style=\"color: red\">'")
    page.wait_for_timeout(100)
    assert any("connect-src" in text for text in watch.violations)
    assert any("style-src" in text for text in watch.violations)
    watch.violations.clear()
    watch.errors.clear()


def test_the_watch_sees_what_a_policy_stops_in_a_worker(page: Page, watch: Watch) -> None:
    policy = {"Content-Type": "text/javascript", "Content-Security-Policy": "connect-src 'self'"}
    script = "fetch('https://example.org/').catch(() => {})"
    page.context.route("**/probe.mjs", lambda it: it.fulfill(headers=policy, body=script))
    page.goto(web.BLANK)
    page.evaluate("{ new Worker('/probe.mjs', { type: 'module' }) }")
    page.wait_for_timeout(200)
    assert any("connect-src" in text for text in watch.violations)
    watch.violations.clear()


def test_the_watch_sees_other_hosts_and_errors(page: Page, watch: Watch) -> None:
    page.goto("about:blank")  # no policy of ours here
    page.evaluate("fetch('https://example.org/').catch(() => {})")
    page.evaluate("setTimeout(() => { throw new Error('thrown') })")
    page.wait_for_timeout(100)
    assert watch.foreign == ["https://example.org/"]
    assert any("thrown" in text for text in watch.errors)
    watch.foreign.clear()
    watch.errors.clear()
