"""After one visit the site needs no network, and a new edition takes over whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import PAGE, ask
from playwright.sync_api import Browser, Page, expect

from browser import desk, web
from browser.publishing import NEWS, Published
from browser.watch import Watch
from site_build.publishing import edition

PRE_CHECK = desk.PRE_CHECK
NAME = "晋中智能制造创新联盟"
KEPT = """
async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.active || registration.installing) return [];
  const names = await caches.keys();
  return names.map((name) => name.split(' ').at(-1)).sort();
}
"""
SPOIL = """
async (ending) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (!url.endsWith(ending)) continue;
      const kept = await cache.match(url);
      const body = new Uint8Array(await kept.arrayBuffer());
      body[url.endsWith('.mjs') ? 0 : body.length >> 1] ^= 1; // a script breaks at its first letter
      await cache.put(url, new Response(body, kept));
    }
  }
}
"""
COUNT = """
async () => {
  let count = 0;
  for (const name of await caches.keys()) count += (await (await caches.open(name)).keys()).length;
  return count;
}
"""
WHOLE = """
async (expected) => {
  const spoiled = [];
  for (const [url, sha256] of Object.entries(expected)) {
    const body = await (await caches.match(url))?.arrayBuffer() ?? new Uint8Array();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (hex !== sha256) spoiled.push(url);
  }
  return spoiled;
}
"""

UPDATE_AS_THE_PAGE_REGISTERS = """
const { register } = ServiceWorkerContainer.prototype;
ServiceWorkerContainer.prototype.register = async function (...words) {
  await publish();
  await (await this.ready).update();
  return register.apply(this, words);
};
"""


@pytest.fixture
def visited(browser: Browser, published: Published) -> Iterator[tuple[Page, Watch]]:
    """Open a page in a browser that may keep the site."""
    watch = Watch(published.address)
    with web.visitor(browser, base_url=published.address) as context:
        watch.guard(context)
        page = context.new_page()
        watch.follow(page)
        yield page, watch
    watch.verify()


def wait_until_kept(page: Page, *editions: str) -> None:
    for _ in range(300):
        if page.evaluate(KEPT) == sorted(editions):
            return
        page.wait_for_timeout(200)
    message = f"kept are {page.evaluate(KEPT)}, not {editions}"
    raise AssertionError(message)


def unplug(page: Page, published: Published) -> None:
    published.stop()
    page.context.set_offline(offline=True)


def look_for_news(page: Page) -> None:
    """Come back to the tab, upon which the page looks for a new edition."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def wait_for_news(page: Page) -> None:
    """Come back until it is said: an update that is under way, and fails, takes others with it."""
    news = page.locator("[data-edition]")
    for _ in range(30):
        look_for_news(page)
        page.wait_for_timeout(2000)
        if news.is_visible():
            return
    expect(news).to_be_visible()


def fill_in(page: Page) -> None:
    draft = ask("example")["draft"]
    desk.open_draft(page, draft)


@pytest.mark.parametrize("first", [desk.ADDRESS, PRE_CHECK])
def test_after_one_visit_everything_works_without_a_network(
    visited: tuple[Page, Watch], published: Published, first: str, tmp_path: Path
) -> None:
    page, _ = visited
    page.goto(first)
    wait_until_kept(page, published.edition)
    unplug(page, published)
    desk.open_page(page)
    fill_in(page)
    expect(desk.finding(page, "R21")).to_be_attached()
    button = page.locator('button[data-attachment="application_form"]')
    document = desk.downloaded(page, button, tmp_path)
    assert document.read_bytes()[:2] == b"PK"

    # What is kept is the edition and its list: nothing that was filled in.
    files = edition.describe(published.site).items()
    expected = {f"{published.address}/{name}": told["sha256"] for name, told in files}
    assert page.evaluate(WHOLE, expected) == []
    assert page.evaluate(COUNT) == len(expected) + 1


def test_below_a_path_it_keeps_to_that_path(browser: Browser, served: Path, tmp_path: Path) -> None:
    published = Published(served, tmp_path, under="calls/2023")
    with web.visitor(browser) as context:
        page = context.new_page()
        page.goto(published.address + PRE_CHECK)
        wait_until_kept(page, published.edition)
        scope = page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)")
        assert scope == f"{published.address}/"
        unplug(page, published)
        page.goto(published.address + desk.NOTICE)
        page.goto(published.address + desk.ADDRESS)
        desk.wait_for_python(page)


def test_every_page_opens_without_a_network(
    visited: tuple[Page, Watch], published: Published
) -> None:
    page, _ = visited
    page.goto(PRE_CHECK)
    wait_until_kept(page, published.edition)
    unplug(page, published)
    addresses = [name for name in edition.describe(published.site) if not name or name[-1] == "/"]
    assert len(addresses) > 8
    for address in addresses:
        page.goto(f"/{address}")
        expect(page.locator("h1")).to_be_visible()
        page.wait_for_load_state("networkidle")
    page.goto("/notice")
    assert page.url.endswith("/notice/")
    page.goto(f"{desk.CALL}guide/materials/index.html?from=mail#top")
    page.wait_for_load_state("networkidle")
    field = page.locator(".md-search__input")
    field.click()
    field.fill("核心成员")
    field.press("End")  # the search listens for keys, as an input method sends them
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    for blank in published.site.glob("calls/*/blank/*"):
        address = f"/{blank.relative_to(published.site).as_posix()}"
        size = page.evaluate("async (it) => (await (await fetch(it)).blob()).size", address)
        assert size == blank.stat().st_size


def test_keeps_nothing_for_a_reader(visited: tuple[Page, Watch]) -> None:
    page, _ = visited
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("/", desk.NOTICE, desk.CONDITIONS):
        page.goto(address)
        page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/runtime/" in url or "sw.js" in url or "/js/" in url] == []
    assert page.evaluate("caches.keys()") == []


def test_a_new_edition_leaves_who_fills_in_alone(
    visited: tuple[Page, Watch], published: Published, tmp_path: Path
) -> None:
    page, watch = visited
    first = published.edition
    desk.open_page(page)
    wait_until_kept(page, first)
    page.reload()
    desk.wait_for_python(page)
    desk.at(page, "/alliance/name").fill(NAME)
    second = published.publish_second()
    look_for_news(page)
    news = page.locator("[data-edition]")
    expect(news).to_be_visible(timeout=60_000)
    expect(news).to_contain_text("本站有新版本，刷新后使用；已填内容已保存。")
    assert page.evaluate(KEPT) == sorted([first, second])
    expect(page.get_by_text(NEWS)).to_have_count(0)

    # The server no longer has the files of this page's edition; the page still starts Python.
    page.evaluate(
        """async ([scripts, page]) => {
          const { startEngine } = await import(scripts);
          window.again = startEngine({ page });
          await again.ready;
        }""",
        [
            page.locator('script[type="module"]')
            .get_attribute("src")
            .replace("self-check", "engine"),
            PAGE,
        ],
    )
    made = page.evaluate("async () => (await again.ask('example', {})).draft !== undefined")
    assert made
    button = page.locator('button[data-attachment="application_form"]')
    assert desk.downloaded(page, button, tmp_path).read_bytes()[:2] == b"PK"

    news.get_by_role("button", name="刷新").click()
    expect(page.get_by_text(NEWS)).to_have_count(1)
    expect(desk.at(page, "/alliance/name")).to_have_value(NAME)
    desk.wait_for_python(page)
    wait_until_kept(page, second)
    assert watch.errors == []


def test_the_old_edition_is_not_woken_while_it_is_waited_for(
    visited: tuple[Page, Watch], published: Published
) -> None:
    page, _ = visited
    page.goto(PRE_CHECK)
    wait_until_kept(page, published.edition)
    page.expose_function("publish", published.publish_second)
    page.add_init_script(UPDATE_AS_THE_PAGE_REGISTERS)
    page.reload()
    expect(page.locator("[data-edition]")).to_be_visible(timeout=25_000)


def test_half_an_edition_never_takes_over(
    visited: tuple[Page, Watch], published: Published
) -> None:
    page, watch = visited
    first = published.edition
    page.goto(PRE_CHECK)
    wait_until_kept(page, first)
    published.publish_second()
    missing = published.site / "search" / "documents.json"
    content = missing.read_bytes()
    web.replace(missing, content[:-1])
    page.evaluate("navigator.serviceWorker.ready.then((it) => it.update()).catch(() => {})")
    page.wait_for_function(
        "navigator.serviceWorker.getRegistration().then((it) => !it.installing)", timeout=60_000
    )
    page.reload()
    expect(page.get_by_text(NEWS)).to_have_count(0)
    expect(page.locator("[data-edition]")).to_be_hidden()
    missing.write_bytes(content)
    wait_for_news(page)
    page.reload()
    expect(page.get_by_text(NEWS)).to_have_count(1)
    watch.errors.clear()


@pytest.mark.parametrize(
    "file",
    ["/pyodide.asm.wasm", "/pyodide.asm.mjs", "/memory.bin", "/worker.mjs", "/pre-check.mjs"],
)
def test_a_spoiled_file_is_mended_without_a_word(
    visited: tuple[Page, Watch], published: Published, file: str
) -> None:
    page, watch = visited
    page.goto(PRE_CHECK)
    wait_until_kept(page, published.edition)
    page.evaluate(SPOIL, file)
    page.reload()
    desk.wait_for_python(page)
    files = edition.describe(published.site).items()
    expected = {
        f"{published.address}/{name}": told["sha256"] for name, told in files if name.endswith(file)
    }
    assert len(expected) == 1
    for _ in range(100):
        if page.evaluate(WHOLE, expected) == []:
            break
        page.wait_for_timeout(200)
    assert page.evaluate(WHOLE, expected) == []
    watch.errors.clear()


def test_a_spoiled_file_that_cannot_be_had_anew_is_named(
    visited: tuple[Page, Watch], published: Published
) -> None:
    page, watch = visited
    page.goto(PRE_CHECK)
    wait_until_kept(page, published.edition)
    page.evaluate(SPOIL, "/pyodide.asm.wasm")
    published.stop()
    page.reload()
    expect(page.locator('[data-failure="file_hash"]')).to_be_visible(timeout=30_000)
    expect(page.locator("[data-failure-file]")).to_contain_text("pyodide.asm.wasm")
    published.serve()
    page.locator("[data-retry]").click()
    desk.wait_for_python(page)
    watch.errors.clear()
