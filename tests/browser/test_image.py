"""The memory image: what it must never break, and what takes its place where it cannot be used."""

import base64
import hashlib
import json

import pytest
from asking import PAGE, ask
from playwright.sync_api import Page, Route

from browser import web
from browser.test_runtime import ASK, PATIENT, START, manifest, start
from browser.watch import Watch

IMAGE = "**/memory.bin"
LATE_DATA = ("python.bin", "memory.later.bin")
LATE_CODE = ("pyodide.asm.later.wasm", "pydantic_core.later.wasm")
LATE = (*LATE_DATA, *LATE_CODE)
PROBE = """
import { boot } from './boot.mjs';
import { MANIFEST } from './manifest.mjs';
const booting = boot(MANIFEST);
self.onmessage = async ({ data }) => {
  const { python, ready, run } = await booting;
  const answer = await run(() => python.runPython(data));
  self.postMessage([answer, python._module.HEAPU8.length, ready.way]);
};
"""
AT_ONCE = f"async (asked) => {{ await ({START})({{}}); return engine.ask(...asked); }}"
ASK_PROBE = """
(script) => new Promise((resolve, reject) => {
  const worker = new Worker('SCRIPTS/probe.worker.mjs', { type: 'module' });
  worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
  worker.onerror = ({ message }) => reject(new Error(message));
  worker.postMessage(script);
})
""".replace("SCRIPTS", web.SCRIPTS)
MEMORY_MAX = 120_000_000
(PATH,) = (web.ROOT / "build" / "runtime").glob("*/memory.bin")
LAYOUT_AT = 4
BUILD_ID_AT = 16  # after Pyodide's own four numbers


def example(members: int = 29) -> str:
    draft = ask("example")["draft"]
    known = draft["members"]
    draft["members"] = [known[at % len(known)] for at in range(members)]
    return json.dumps(draft, ensure_ascii=False)


def check(page: Page) -> dict:
    return page.evaluate(ASK, ["check", {"draft": example()}])


def ask_probe(page: Page, script: str) -> list:
    """Run Python in a worker of its own, started as the page's is."""

    def serve(route: Route) -> None:
        worker = route.fetch(url=route.request.url.replace("probe.worker", "worker"))
        route.fulfill(response=worker, body=PROBE)

    page.context.route("**/probe.worker.mjs", serve)
    page.goto(web.BLANK)
    return page.evaluate(ASK_PROBE, script)


def asked_for(page: Page) -> list[str]:
    """Keep the names of the files that the page and its workers ask for."""
    names: list[str] = []
    page.context.on("request", lambda request: names.append(request.url.rpartition("/")[2]))
    return names


def _altered(route: Route) -> None:
    body = bytearray(route.fetch().body())
    body[len(body) // 2] ^= 1
    route.fulfill(body=bytes(body), content_type="application/octet-stream")


def _cut_off(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(body=answer.body()[:100_000], content_type=answer.headers["content-type"])


def _another_page(route: Route) -> None:
    route.fulfill(body="<h1>请先登录</h1>", content_type="text/html")


def _missing(route: Route) -> None:
    route.fulfill(status=403, body="blocked by policy")


def _held(_: Route) -> None:
    """Leave the request without an answer."""


@pytest.mark.parametrize(
    ("harm", "options"),
    [(_altered, PATIENT), (_cut_off, PATIENT), (_missing, PATIENT), (_held, {})],
)
def test_a_spoiled_image_is_done_without(
    page: Page, watch: Watch, harm: object, options: dict
) -> None:
    page.context.route(IMAGE, harm)
    ready = start(page, **options)
    assert ready["way"] == "archive"
    assert "memory.bin" in ready["refused"]
    assert "html" in check(page)
    watch.errors.clear()


def _with_manifest(page: Page, before: str, after: str) -> None:
    """Give the worker a manifest that says something else."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        assert before in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(before, after))

    page.context.route("**/worker.mjs", serve)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _of_another_layout(page: Page) -> None:
    """Serve an image that was made in an engine with its functions at other places."""
    image = bytearray(PATH.read_bytes())
    image[LAYOUT_AT] ^= 1
    page.context.route(IMAGE, lambda route: route.fulfill(body=bytes(image)))
    _with_manifest(page, _digest(PATH.read_bytes()), _digest(image))


def _of_another_build(page: Page) -> None:
    """Say of the image that another build of Pyodide made it."""
    head = bytearray(base64.b64decode(manifest()["image"]["head"]))
    before = _text(head)
    head[BUILD_ID_AT] ^= 1
    _with_manifest(page, before, _text(head))


@pytest.mark.parametrize(
    ("other", "reason"), [(_of_another_layout, "layout"), (_of_another_build, "build id")]
)
def test_an_image_of_another_engine_is_done_without(page: Page, other: object, reason: str) -> None:
    other(page)
    ready = start(page, **PATIENT)
    assert ready["way"] == "archive"
    assert reason in ready["refused"]
    assert "html" in check(page)


def test_answers_as_natively(page: Page) -> None:
    assert start(page)["way"] == "image"
    assert check(page) == ask("check", draft=example())


def test_random_numbers_differ_from_start_to_start(page: Page) -> None:
    drawn = [ask_probe(page, "import random; random.random()") for _ in range(2)]
    assert [way for _, _, way in drawn] == ["image", "image"]
    assert drawn[0][0] != drawn[1][0]


COLLECT = f"""
import gc, json, sys
from validator import worker
counts = [sys.getrefcount(it) for it in (worker, worker.answer, worker.answer.__code__, json, dict)]
tracked = len(gc.get_objects())
worker.answer("begin", {PAGE!r})
request = {{"draft": {example()!r}}}
answers = [worker.answer("check", request) for _ in range(20) if gc.collect() >= 0]
rings = [[] for _ in range(1000)]
for ring in rings:
    ring.append(ring)
del ring, rings
json.dumps([min(counts), tracked, len(set(answers)), json.loads(answers[0]), gc.collect()])
"""
LOOK_UP = """
import json, sys
spaces = [vars(it) for it in list(sys.modules.values()) if hasattr(it, "__dict__")]
spaces += [vars(it) for space in spaces for it in list(space.values()) if isinstance(it, type)]
found = [space[name] is it for space in spaces for name, it in list(space.items())]
grown = dict(vars(json))
grown |= {f"name {number}": number for number in range(1000)}
json.dumps([
    len(found), all(found), sorted(grown) == sorted({*vars(json), *grown}), len(grown),
    any("no such name" in space for space in spaces),
    all(sys.intern("".join([*name])) is name for name in vars(json)),
])
"""


def test_what_the_image_holds_is_never_counted_nor_collected(page: Page) -> None:
    answer, _, way = ask_probe(page, COLLECT)
    count, tracked, answers, checked, collected = json.loads(answer)
    assert way == "image"
    assert count >= 1 << 30
    assert tracked < 10_000
    assert answers == 1
    assert checked == ask("check", draft=example())
    assert collected >= 1000


def test_dictionaries_find_their_keys_and_nothing_else(page: Page) -> None:
    answer, _, way = ask_probe(page, LOOK_UP)
    number, *rest = json.loads(answer)
    assert way == "image"
    assert number > 20_000
    assert rest[:2] == [True, True]
    assert rest[2] > 1000
    assert rest[3:] == [False, True]


def test_memory_stays_small(page: Page) -> None:
    script = f"from validator.worker import answer\nanswer('check', {{'draft': {example()!r}}})"
    answer, memory, way = ask_probe(page, script)
    assert way == "image"
    assert json.loads(answer)["summary"] == ask("check", draft=example())["summary"]
    assert memory <= MEMORY_MAX


def test_the_archive_waits_until_all_is_quiet(page: Page) -> None:
    names = asked_for(page)
    page.goto(web.BLANK)
    assert "html" in page.evaluate(AT_ONCE, ["check", {"draft": example()}])
    assert not set(LATE) & set(names)
    page.wait_for_timeout(4000)
    assert [names.count(name) for name in LATE] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("name", "payload", "answer"),
    [
        ("check", {"draft": "no JSON"}, "error"),
        ("what_if", {"draft": example(3)}, "html"),
        ("open", {"draft": example(3)}, "draft"),
        ("precheck", {"answers": '{"members": {"core": 5}}'}, "html"),
    ],
)
def test_what_the_page_asks_next_needs_no_archive(
    page: Page, name: str, payload: dict, answer: str
) -> None:
    names = asked_for(page)
    page.goto(web.BLANK)
    assert answer in page.evaluate(AT_ONCE, [name, payload])
    assert not set(LATE) & set(names)


def test_a_call_that_needs_the_archive_waits_for_it(page: Page) -> None:
    names = asked_for(page)
    start(page)
    sizes = page.evaluate(
        """(draft) => Promise.all(['package', 'summary'].map(
          async (name) => (await engine.ask(name, { draft })).content.length))""",
        example(),
    )
    assert min(sizes) > 1000
    assert [names.count(name) for name in LATE] == [1, 1, 1, 1]


@pytest.mark.parametrize("file", LATE_DATA)
def test_a_spoiled_later_file_fails_the_call_that_needs_it_and_no_other(
    page: Page, watch: Watch, file: str
) -> None:
    page.context.route(f"**/{file}", _altered)
    start(page)
    assert page.evaluate(ASK, ["summary", {"draft": example()}])["code"] == "file_hash"
    assert "html" in check(page)
    page.context.unroute(f"**/{file}")
    assert len(page.evaluate(ASK, ["summary", {"draft": example()}])["content"]) > 1000
    watch.errors.clear()


@pytest.mark.parametrize(
    ("harm", "code"),
    [(_missing, "file_blocked"), (_cut_off, "file_hash"), (_another_page, "file_type")],
    ids=["missing", "cut off", "another page"],
)
def test_python_stops_where_code_does_not_come_and_starts_again(
    page: Page, watch: Watch, harm: object, code: str
) -> None:
    page.context.route("**/*.later.wasm", harm)
    start(page)
    failure = page.evaluate(ASK, ["summary", {"draft": example()}])
    assert failure["code"] == code
    assert failure["file"] in LATE_CODE  # whichever the call comes to first
    page.context.unroute("**/*.later.wasm")
    page.evaluate("engine.restart()")
    assert len(page.evaluate(ASK, ["summary", {"draft": example()}])["content"]) > 1000
    watch.errors.clear()


@pytest.mark.parametrize("way", ["image", "archive"])
def test_the_pages_timeline_tells_the_stages(page: Page, watch: Watch, way: str) -> None:
    if way == "archive":
        page.context.route(IMAGE, _missing)
    start(page)
    names = page.evaluate("performance.getEntriesByType('measure').map(({ name }) => name)")
    painted = {"boot:paint"} if way == "image" else set()
    assert set(names) == painted | {"boot:fetch", "boot:compile", "boot:start", "boot:ready"}
    watch.errors.clear()
