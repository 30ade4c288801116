"""The publishers' page: a folder is dropped, its faults and changes show, a draft is tried."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect
from publisher.zips import CITY, SPOILED, instead, zipped
from test_cli import run

from browser import axe, desk, drafts_kept, firefox
from browser.watch import Watch
from validator.calls import DEFAULT, load

ADDRESS = "/about/check-call/"
DROP = """
([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (it) => it.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
}
"""
STORED = """
async () => [
  Object.keys(localStorage), Object.keys(sessionStorage),
  (await indexedDB.databases()).map(({ name }) => name), await caches.keys(),
]
"""


def given(packed: bytes, name: str = "通知.zip") -> list[str]:
    return [name, base64.b64encode(packed).decode()]


def drop(page: Page, packed: bytes, name: str = "通知.zip") -> None:
    page.evaluate(DROP, given(packed, name))


def choose(page: Page, selector: str, content: bytes, name: str) -> None:
    page.locator(selector).set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def examined(page: Page) -> Locator:
    found = page.locator("[data-examined]")
    expect(found.locator(".publisher__outcome")).to_be_visible(timeout=60_000)
    return found


@pytest.fixture
def opened(page: Page) -> Page:
    page.goto(ADDRESS)
    expect(page.locator("[data-boot]")).to_be_hidden(timeout=60_000)
    return page


def test_the_way_of_a_publisher(opened: Page) -> None:
    drop(opened, zipped(CITY), "云泽.zip")
    expect(examined(opened)).to_contain_text("没有发现错误")
    expect(opened.locator("#results-title")).to_be_focused()
    expect(opened.locator("[data-folder-name]")).to_have_text("云泽.zip")
    expect(opened.locator("[data-compared]")).to_contain_text(load(DEFAULT).yearly)
    opened.get_by_label("相比的通知").select_option(CITY)
    expect(opened.locator("[data-compared]")).to_contain_text("没有不同")
    opened.get_by_role("button", name="用文件夹里的示例").click()
    expect(opened.locator("[data-tried-summary]")).to_contain_text("未发现不符合")
    expect(opened.locator("[data-tried] .finding")).to_have_count(len(load(CITY).rules))
    choose(opened, "[data-try-file]", b'{"alliance": {}}', "草稿.json")
    expect(opened.locator("[data-tried-summary]")).to_contain_text("待补充")


@pytest.mark.parametrize(
    "name", ["a key that is none", "GBK", "a mark", "a situation with another status"]
)
def test_the_faults_are_those_of_the_terminal(opened: Page, tmp_path: Path, name: str) -> None:
    packed = tmp_path / "通知.zip"
    packed.write_bytes(zipped(CITY, SPOILED[name]))
    choose(opened, "[data-folder-file]", packed.read_bytes(), packed.name)
    told = examined(opened).locator("li").all_text_contents()
    done = run("call", "check", str(packed))
    assert done.returncode == 1
    assert sorted(told) == sorted(done.stdout.splitlines()[:-1])
    expect(opened.locator("[data-not-tried]")).to_be_visible()
    expect(opened.locator("[data-tries]")).to_be_hidden()


def test_the_second_folder_replaces_the_first(opened: Page) -> None:
    drop(opened, zipped(CITY))
    opened.get_by_role("button", name="用文件夹里的示例").click()
    expect(opened.locator("[data-tried] .finding").first).to_be_attached()
    drop(opened, zipped(CITY, SPOILED["a key that is none"]), "第二份.zip")
    expect(examined(opened)).to_contain_text("thresholds.copes")
    expect(opened.locator("[data-folder-name]")).to_have_text("第二份.zip")
    assert opened.locator("[data-tried]").inner_html() == ""
    expect(opened.locator("[data-not-compared]")).to_be_visible()
    drop(opened, b"no zip", "第三份.pdf")
    expect(opened.locator("[data-refusal]")).to_contain_text("不是 .zip")
    expect(opened.locator("[data-examined]")).to_be_hidden()


def test_what_is_no_folder_is_refused_with_a_way_out(opened: Page) -> None:
    drop(opened, b"")
    expect(opened.locator("[data-refusal]")).to_contain_text("是空的")
    drop(opened, bytes(10_000_001))
    expect(opened.locator('[data-note="too_large"]')).to_be_visible()
    opened.evaluate(
        "() => { const dataTransfer = new DataTransfer();"
        " for (const it of ['a', 'b']) dataTransfer.items.add(new File([it], it));"
        " document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true })); }"
    )
    expect(opened.locator('[data-note="one_file"]')).to_be_visible()
    drop(opened, zipped(CITY))
    expect(examined(opened)).to_contain_text("没有发现错误")
    choose(opened, "[data-try-file]", b"[]", "x.json")
    expect(opened.locator("[data-refusal]")).to_contain_text("草稿应为")


def test_nothing_leaves_and_nothing_is_kept(opened: Page) -> None:
    asked: list[Request] = []
    opened.context.on("request", lambda it: asked.append(it))  # noqa: PLW0108 - append has no attributes
    before = opened.evaluate(STORED)
    for again in range(3):  # what comes later of Python comes with what needs it
        asked.clear()
        drop(opened, zipped(CITY, instead("call.toml", "[thresholds]", f"# {again}\n[thresholds]")))
        expect(examined(opened)).to_contain_text("没有发现错误")
        expect(opened.locator("[data-compared] li").first).to_be_attached()
        opened.get_by_role("button", name="用文件夹里的示例").click()
        expect(opened.locator("[data-tried] .finding").first).to_be_attached()
        runtime = [it for it in asked if "/runtime/" in it.url]
        assert [it.url for it in asked if it not in runtime] == []
        assert {(it.method, it.post_data) for it in runtime} <= {("GET", None)}
        assert not [it.url for it in runtime if "?" in it.url]
    assert asked == []
    assert opened.evaluate(STORED) == before


def test_a_draft_of_this_browser_is_tried_and_stays_as_it_is(page: Page) -> None:
    desk.open_page(page)
    desk.at(page, "/alliance/name").fill("甲联盟")
    expect(page.locator('[data-keeping="yes"] time')).not_to_be_empty()
    kept = drafts_kept.records(page)
    page.goto(ADDRESS)
    drop(page, zipped(DEFAULT))
    expect(examined(page)).to_contain_text("没有发现错误")
    page.get_by_role("button", name="用本机浏览器里存的草稿").click()
    expect(page.get_by_label("存着的草稿")).to_be_focused()
    expect(page.get_by_label("存着的草稿").locator("option")).to_have_text(["甲联盟"])
    page.get_by_role("button", name="试这一份").click()
    expect(page.locator("[data-tried-summary]")).to_contain_text("待补充")
    assert drafts_kept.records(page) == kept


def test_a_browser_without_drafts_says_so(opened: Page) -> None:
    drop(opened, zipped(CITY))
    examined(opened)
    opened.get_by_role("button", name="用本机浏览器里存的草稿").click()
    expect(opened.locator('[data-note="no_kept"]')).to_be_visible()


def test_the_page_never_hangs(opened: Page, watch: Watch) -> None:
    def hold(_: Route) -> None:
        """Leave the request without an answer."""

    opened.context.route("**/python.bin", hold)
    opened.reload()
    drop(opened, zipped(CITY))
    expect(opened.locator("[data-busy]")).to_be_visible(timeout=60_000)
    opened.get_by_role("button", name="停下").click()
    expect(opened.locator('[data-note="stopped"]')).to_be_visible()
    opened.context.unroute("**/python.bin")
    drop(opened, zipped(CITY))
    expect(examined(opened)).to_contain_text("没有发现错误")
    watch.errors.clear()


def test_everything_is_reached_by_keyboard_and_named(opened: Page) -> None:
    expect(opened.get_by_label("选择文件")).to_be_enabled()
    opened.get_by_label("选择文件").focus()
    ring = "it => getComputedStyle(it.parentElement).outlineStyle"
    assert opened.get_by_label("选择文件").evaluate(ring) == "solid"
    drop(opened, zipped(CITY))
    examined(opened)
    expect(opened.locator("#results-title")).to_be_focused()
    opened.keyboard.press("Tab")
    expect(opened.get_by_label("相比的通知")).to_be_focused()


def test_paper_shows_all(opened: Page) -> None:
    drop(opened, zipped(CITY))
    opened.get_by_role("button", name="用文件夹里的示例").click()
    expect(opened.locator("[data-tried] details").first).to_be_attached()
    expect(opened.locator("details:not([open])")).not_to_have_count(0)
    opened.pdf()
    expect(opened.locator(".publisher details:not([open])")).to_have_count(0)
    opened.emulate_media(media="print")
    expect(opened.locator("#folder")).to_be_hidden()
    expect(opened.locator("[data-examined]")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366])
def test_every_state_can_be_used_by_everyone(opened: Page, scheme: str, width: int) -> None:
    opened.emulate_media(color_scheme=scheme)
    opened.set_viewport_size({"width": width, "height": 800})
    assert axe.violations(opened) == []
    drop(opened, zipped(CITY, SPOILED["a key that is none"]))
    examined(opened)
    assert axe.violations(opened) == []
    drop(opened, zipped(CITY))
    opened.get_by_role("button", name="用文件夹里的示例").click()
    expect(opened.locator("[data-tried] .finding").first).to_be_attached()
    opened.locator("details").evaluate_all("all => all.forEach((it) => { it.open = true; })")
    assert axe.violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") == width


def test_it_says_when_python_does_not_start(page: Page, watch: Watch) -> None:
    page.context.route("**/pyodide.asm.wasm", lambda route: route.fulfill(status=403, body="no"))
    page.context.route("**/python.bin", lambda route: route.fulfill(status=403, body="no"))
    page.goto(ADDRESS)
    expect(page.locator("[data-boot] [data-stage=failed]")).to_be_visible(timeout=30_000)
    assert axe.violations(page) == []
    page.context.unroute_all()
    watch.guard(page.context)
    page.get_by_role("button", name="重试").click()
    drop(page, zipped(CITY))
    expect(examined(page)).to_contain_text("没有发现错误")
    watch.errors.clear()


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[firefox.Tab]:
    """Start Debian's Firefox."""
    with firefox.running(tmp_path_factory.mktemp("firefox")) as started:
        yield started


def test_firefox_shows_the_same(tab: firefox.Tab, nginx: str) -> None:
    text = "(selector) => document.querySelector(selector)?.textContent ?? ''"
    tab.goto(nginx + ADDRESS)
    tab.wait_for("() => 'runs' in document.documentElement.dataset")
    tab.evaluate(DROP, given(zipped(CITY)))
    tab.wait_for("() => document.querySelector('[data-compared] li') !== null")
    assert "没有发现错误" in tab.evaluate(text, "[data-examined]")
    tab.evaluate("() => document.querySelector('[data-try-example]').click()")
    tab.wait_for("() => document.querySelector('[data-tried] .finding') !== null")
    assert "未发现不符合" in tab.evaluate(text, "[data-tried-summary]")
    spoiled = zipped(CITY, SPOILED["a key that is none"])
    tab.evaluate(DROP, given(spoiled))
    tab.wait_for(f"() => ({text})('[data-examined]').includes('thresholds.copes')")
    assert tab.errors == []
