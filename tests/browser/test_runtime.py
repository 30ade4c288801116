"""Python starts in the browser, answers, and names what stops it."""

import json
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import BinaryIO

import pytest
from asking import PAGE
from playwright.sync_api import Page, Route

from browser import web
from browser.watch import Watch
from site_build.publishing.headers import SERVED
from site_build.serve import Handler

PATIENT = {"suspectMs": 20_000}
"""For tests that answer for a file of megabytes: the answer passes through their Python, which on
busy processors takes longer than the four seconds after which a page suspects a file."""
START = """
async (options) => {
  const { startEngine } = await import('SCRIPTS/engine.mjs');
  window.stages = [];
  window.engine = startEngine({
    page: PAGE, ...options, onStage: (...told) => stages.push(told),
  });
  return engine.ready.catch(({ code, file }) => ({ code, file }));
}
""".replace("SCRIPTS", web.SCRIPTS).replace("PAGE", json.dumps(PAGE))
ASK = """
([name, request]) => engine.ask(name, request).catch(
  ({ code, file, type, detail }) => ({ code, file, type, detail }))
"""


def start(page: Page, **options: object) -> dict:
    page.goto(web.BLANK)
    return page.evaluate(START, options)


def manifest() -> dict:
    return json.loads((web.ROOT / "build" / "runtime" / "manifest.json").read_text("utf-8"))


def _missing(route: Route) -> None:
    route.fulfill(status=403, body="blocked by policy")


@pytest.fixture(params=["image", "archive"])
def way(request: pytest.FixtureRequest, page: Page, watch: Watch) -> Iterator[str]:
    """Take both ways: the archive's by refusing the image."""
    if request.param == "archive":
        page.context.route("**/memory.bin", _missing)
    yield request.param
    if request.param == "archive":
        watch.errors.clear()


def test_answers_ping(page: Page, way: str) -> None:
    ready = start(page)
    assert ready["versions"] == manifest()["versions"]
    assert ready["way"] == way
    assert page.evaluate(ASK, ["ping", {"text": "山西"}]) == {"pong": "山西"}


def test_tells_its_stages_in_order_and_every_byte(page: Page) -> None:
    start(page)
    told = page.evaluate("stages")
    names = [stage for stage, *_ in told]
    assert list(dict.fromkeys(names)) == ["download", "start", "prepare", "ready"]
    first = {"pyodide.asm.wasm", "pydantic_core.wasm", "memory.bin"}
    sizes = [manifest()["files"][name]["bytes"] for name in first]
    progress = [rest[0] for stage, *rest in told if stage == "download"]
    loaded = [step["loaded"] for step in progress if step]
    assert loaded == sorted(loaded)
    assert loaded[-1] == sum(sizes)


def test_hands_over_an_exception_and_lives_on(page: Page, way: str) -> None:
    assert start(page)["way"] == way
    failure = page.evaluate(ASK, ["no such request", {}])
    assert (failure["code"], failure["type"]) == ("python", "LookupError")
    assert page.evaluate(ASK, ["ping", {"text": "again"}]) == {"pong": "again"}


def test_restarts(page: Page) -> None:
    start(page)
    under_way, restarted = page.evaluate("""async () => {
      const call = engine.ask('ping', {}).catch(({ code }) => code);
      await Promise.resolve();
      await Promise.resolve();
      const ready = await engine.restart();
      return [await call, typeof ready.milliseconds];
    }""")
    assert (under_way, restarted) == ("stopped", "number")
    assert page.evaluate(ASK, ["ping", {"text": "new"}]) == {"pong": "new"}


def test_refuses_calls_after_its_end(page: Page) -> None:
    start(page)
    page.evaluate("engine.terminate()")
    assert page.evaluate(ASK, ["ping", {}])["code"] == "stopped"


def _abort(route: Route) -> None:
    route.abort()


def _as_text(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, headers=answer.headers | {"content-type": "text/plain"})


def _altered(route: Route) -> None:
    body = bytearray(route.fetch().body())
    body[len(body) // 2] ^= 1
    route.fulfill(body=bytes(body), content_type="application/octet-stream")


def _cut_off(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(body=answer.body()[:100_000], content_type="application/wasm")


@pytest.mark.parametrize(("harm", "code"), [(_altered, "file_hash"), (_missing, "file_blocked")])
def test_names_a_spoiled_archive_when_nothing_else_is_left(
    page: Page, watch: Watch, harm: object, code: str
) -> None:
    page.context.route("**/memory.bin", harm)
    page.context.route("**/python.bin", harm)
    assert start(page, **PATIENT) == {"code": code, "file": "python.bin"}
    watch.errors.clear()


@pytest.mark.parametrize(
    ("file", "harm", "code"),
    [
        ("pyodide.asm.wasm", _as_text, "file_type"),
        ("pyodide.asm.wasm", _cut_off, "file_hash"),
        ("pydantic_core.wasm", _abort, "file_blocked"),
        ("pyodide.asm.mjs", _as_text, "file_type"),
        ("pyodide.mjs", _missing, "file_blocked"),
        ("worker.mjs", _missing, "file_blocked"),
        ("worker.mjs", _as_text, "file_type"),
    ],
)
def test_names_the_file_that_a_network_spoiled(
    page: Page, watch: Watch, file: str, harm: object, code: str
) -> None:
    page.context.route(f"**/{file}", harm)
    assert start(page) == {"code": code, "file": file}
    assert page.evaluate("stages.at(-1)") == ["failed"]
    watch.errors.clear()


def test_says_when_a_policy_refuses_webassembly(page: Page) -> None:
    def without_wasm(route: Route) -> None:
        answer = route.fetch()
        policy = answer.headers["content-security-policy"].replace(" 'wasm-unsafe-eval'", "")
        route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": policy})

    page.context.route("**/worker.mjs", without_wasm)
    assert start(page)["code"] == "wasm_blocked"


@pytest.mark.parametrize(
    ("instead", "code"),
    [
        ("throw new RangeError('could not allocate memory')", "memory"),
        ("throw new WebAssembly.CompileError('unknown section')", "old_browser"),
        ("return new Promise(() => {})", "stalled"),
    ],
)
def test_blames_the_browser_when_every_file_is_right(page: Page, instead: str, code: str) -> None:
    def handicapped(route: Route) -> None:
        answer = route.fetch()
        handicap = f"WebAssembly.compileStreaming = async () => {{ {instead} }};"
        route.fulfill(response=answer, body=handicap + answer.text())

    page.context.route("**/worker.mjs", handicapped)
    assert start(page, stallMs=3000) == {"code": code, "file": ""}


def test_says_when_the_network_is_gone(page: Page, watch: Watch) -> None:
    page.goto(web.BLANK)
    page.evaluate(f"import('{web.SCRIPTS}/engine.mjs').then(() => {{}})")
    page.context.set_offline(offline=True)
    assert page.evaluate(START, {})["code"] == "offline"
    watch.errors.clear()


def test_names_the_file_that_never_comes(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.context.route("**/pydantic_core.wasm", hold)
    assert start(page, suspectMs=1500) == {"code": "file_blocked", "file": "pydantic_core.wasm"}
    for route in held:
        route.abort()


def test_names_the_file_that_stops_coming_half_way(page: Page, served: Path) -> None:
    class Stalling(Handler):
        def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:
            if self.path.endswith("pydantic_core.wasm"):
                outputfile.write(source.read(100_000))
                stopped.wait(60)
            else:
                super().copyfile(source, outputfile)

    stopped = Event()
    with ThreadingHTTPServer(
        ("127.0.0.1", 0),
        partial(Stalling, site=served, table=json.loads(SERVED.read_text("utf-8"))),
    ) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        page.context.unroute_all()
        page.goto(f"http://127.0.0.1:{server.server_port}/about/privacy/")
        failure = page.evaluate(START, {"suspectMs": 1500})
        stopped.set()
        server.shutdown()
    assert failure == {"code": "file_blocked", "file": "pydantic_core.wasm"}


def test_a_slow_machine_is_told_apart_from_a_broken_one(page: Page) -> None:
    def slow(route: Route) -> None:
        answer = route.fetch()
        handicap = """
          const compile = WebAssembly.compileStreaming;
          WebAssembly.compileStreaming = async (source) => {
            await new Promise((go) => setTimeout(go, 4000));
            return compile(source);
          };
        """
        route.fulfill(response=answer, body=handicap + answer.text())

    page.context.route("**/worker.mjs", slow)
    assert "versions" in start(page, suspectMs=500)
    told = [stage for stage, *_ in page.evaluate("stages")]
    assert "slow" in told
    assert told[-1] == "ready"
