"""Reading: Chinese search, light and dark, phone width, paper, without JavaScript, any prefix."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import desk, web
from site_build.pages.calls import published
from site_build.pages.window import State, state, today
from validator.calls import available

ADDRESSES = {
    f"/{path.parent.relative_to(web.ROOT / 'site').as_posix()}/".replace("/./", "/"): path
    for path in sorted((web.ROOT / "site").rglob("index.html"))
}
CALLS = set(available())
MOVED = [address for address, path in ADDRESSES.items() if "moved.js" in path.read_text("utf-8")]
PAGES = sorted(ADDRESSES.keys() - set(MOVED))
TOO_FAINT = (Path(__file__).parent / "contrast.js").read_text("utf-8")


def search(page: Page, words: str) -> None:
    page.wait_for_load_state()
    page.wait_for_timeout(300)  # 125 ms after it arrives at a #place the theme closes its search
    field = page.locator("input.md-search__input")
    field.click()
    field.fill(words)
    field.press("End")  # the search listens for keys, as an input method sends them
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def found(page: Page) -> list[str]:
    """Addresses of the pages found, best first."""
    links = page.locator(".md-search-result__item > a.md-search-result__link").all()
    return list(dict.fromkeys(re.split("[?#]", link.get_attribute("href"))[0] for link in links))


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("核心成员", "guide/questions/"),
        ("核心成员", "notice/"),
        ("盖章", "guide/submission/"),
        ("盖章", "notice/"),
        ("黑名单", "guide/conditions/"),
        ("组织机构代码证", "guide/questions/"),
        ("逾期", "notice/"),
        ("10家", "notice/"),
        ("几点截止", "guide/questions/"),
        ("拟上市", "notice/"),
        ("省科技厅", "notice/"),
        ("R21", "rules/"),
    ],
)
def test_search_finds_chinese_words(page: Page, words: str, address: str) -> None:
    page.goto(f"{desk.CALL}guide/materials/")
    search(page, words)
    best = found(page)[:6]
    assert any(link.endswith(address) for link in best), best


def test_search_on_a_page_of_a_call_finds_nothing_of_another_call(page: Page) -> None:
    page.goto("/about/privacy/")
    search(page, "材料")
    assert len({link.split("calls/")[-1].split("/")[0] for link in found(page)} & CALLS) > 1
    for call in sorted(CALLS):
        page.goto(f"/calls/{call}/")
        search(page, "材料")
        own = [link for link in found(page) if "calls/" not in link or f"calls/{call}/" in link]
        assert found(page) == own
        assert own


def test_search_leads_to_the_very_clause(page: Page) -> None:
    page.goto("/")
    search(page, "黑名单")
    for more in page.locator(".md-search-result__more summary").all():
        more.click()
    page.locator("a.md-search-result__link[href*='clause-3-1-7']").click()
    expect(page.locator("#clause-3-1-7")).to_be_in_viewport()
    assert page.url.partition("#")[2] == "clause-3-1-7"


def test_search_says_when_it_finds_nothing(page: Page) -> None:
    page.goto("/")
    page.wait_for_load_state()
    page.wait_for_timeout(300)  # 125 ms after it arrives at a #place the theme closes its search
    field = page.locator("input.md-search__input")
    field.click()
    field.fill("饕餮")
    field.press("End")
    expect(page.locator(".md-search-result__meta")).to_have_text("没有找到符合条件的结果")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_text_stands_out_from_its_ground(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    assert page.evaluate(TOO_FAINT) == []


@pytest.mark.parametrize("address", PAGES)
def test_a_phone_never_scrolls_sideways(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_choice_of_dark_is_kept(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    bright = page.locator("meta[name=theme-color]").get_attribute("content")
    page.get_by_title("切换到深色").press("Enter")
    expect(page.get_by_title("切换到浅色")).to_be_focused()
    expect(page.get_by_title("切换到深色")).to_be_hidden()
    expect(page.locator("meta[name=theme-color]")).not_to_have_attribute("content", bright)
    page.goto(desk.NOTICE)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_a_choice_that_is_none_is_passed_over(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    page.evaluate("__md_set('__palette', { color: { scheme: 'pink' } })")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.get_by_title("切换到浅色")).to_be_visible()


def test_paper_shows_the_text_alone(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(desk.NOTICE)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(TOO_FAINT) == []
    expect(page.locator("header.md-header")).to_be_hidden()
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    expect(page.locator("[data-clause='四（三）']").last).to_be_visible()


def test_pages_read_without_javascript(browser: Browser, nginx: str) -> None:
    context = browser.new_context(base_url=nginx, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_text("已截止")).to_be_visible()
    page.get_by_role("link", name="2023年度山西省产业技术创新战略联盟").last.click()
    expect(page.get_by_text("本批次受理已截止")).to_be_visible()
    page.get_by_role("link", name="读通知").click()
    expect(page.locator("#clause-3-1-3")).to_be_visible()
    context.close()


@pytest.fixture
def prefixed(tmp_path: Path) -> Iterator[str]:
    """Serve the site below a folder, as a departmental server might."""
    (tmp_path / "kjt" / "2023").mkdir(parents=True)
    (tmp_path / "kjt" / "2023" / "lianmeng").symlink_to(web.ROOT / "site")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/kjt/2023/lianmeng/"
        server.shutdown()


def test_works_below_any_path(browser: Browser, prefixed: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []
    page.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{prefixed}{desk.CONDITIONS[1:]}")
    page.locator("a.ref", has_text="三（一）3").first.click()
    assert page.url == f"{prefixed}{desk.NOTICE[1:]}#clause-3-1-3"
    search(page, "盖章")
    assert all(link.startswith(prefixed) for link in map(page_url(page), found(page)))
    assert refused == []
    context.close()


def page_url(page: Page) -> object:
    """Resolve an address as the page does."""
    return lambda link: page.evaluate("(link) => new URL(link, location).href", link)


@pytest.mark.parametrize("address", MOVED)
def test_an_earlier_address_leads_on(page: Page, address: str) -> None:
    page.goto(f"{address}?runtime=stock#clause-3-1-3")
    now = address.replace("/about/rules/", "/rules/")
    page.wait_for_url(f"**{desk.CALL[:-1]}{now}?runtime=stock#clause-3-1-3")


def test_an_earlier_address_leads_on_without_javascript(browser: Browser, nginx: str) -> None:
    context = browser.new_context(base_url=nginx, java_script_enabled=False)
    page = context.new_page()
    page.goto("/notice/")
    page.wait_for_url(f"**{desk.NOTICE}")
    context.close()


def test_without_javascript_a_call_has_the_state_of_the_day_of_the_build(
    browser: Browser, nginx: str
) -> None:
    context = browser.new_context(base_url=nginx, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    calls = page.locator("ul.calls > li")
    assert calls.count() == len(available())
    for call in published():
        now = state(call, today())
        told = now.value if now is State.OVER else f"{now.value}（生成本页时）"
        shown = calls.filter(has=page.locator(f"[id='{call.id}']")).locator(".calls__state")
        expect(shown).to_be_visible()
        expect(shown).to_have_text(told)
    context.close()


@pytest.mark.parametrize(
    ("day", "home", "overview"),
    [
        ("2023-08-06T15:59:59Z", "未开始", "尚未开始受理"),
        ("2023-08-06T16:00:00Z", "受理中", "正在受理"),  # in Beijing the next day has begun
        ("2023-08-11T15:59:59Z", "受理中", "正在受理"),
        ("2023-08-11T16:00:00Z", "已截止", "本批次受理已截止"),
    ],
)
def test_the_state_of_a_call_is_that_of_the_day_of_reading(
    page: Page, day: str, home: str, overview: str
) -> None:
    page.clock.set_fixed_time(day)
    page.goto("/")
    expect(page.locator("li", has_text="山西省").locator(".calls__state")).to_have_text(home)
    page.goto(desk.CALL)
    expect(page.locator(".window__state")).to_have_text(overview)
