"""No draft, whatever its size, blocks a page: the page names it, keeps it, saves or removes it."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import desk
from browser.desk import at
from browser.drafts_kept import records, row, tag
from browser.keeping import CALL, NAME, kept_names, type_name, wait_until
from validator.drafts import VERSION

PUT = """([record, path, count, kind]) => new Promise((resolve, reject) => {
  const kinds = { row: (i) => ({ name: `第${i}家` }), empty: () => ({}), word: (i) => `链${i}` };
  const one = kinds[kind];
  let place = record.draft;
  for (const step of path.slice(0, -1)) place = place[step] ??= {};
  place[path.at(-1)] = Array.from({ length: count }, (_, i) => one(i));
  indexedDB.open('validator').onsuccess = ({ target: { result: db } }) => {
    const tx = db.transaction('drafts', 'readwrite');
    tx.objectStore('drafts').put(record);
    tx.oncomplete = () => { db.close(); resolve(); };
    tx.onabort = () => reject(tx.error);
  };
})"""
LARGE = "页面放不下的一稿"


@pytest.mark.parametrize(
    ("path", "count", "kind"),
    [
        (["members"], 20_000, "row"),
        (["members"], 3_200_000, "empty"),
        (["alliance", "chains"], 800_000, "word"),
        (["alliance", "recognised"], 800_000, "word"),
    ],
)
def test_a_draft_that_was_kept_and_cannot_be_shown_stops_nothing(
    page: Page, tmp_path: Path, path: list[str], count: int, kind: str
) -> None:
    desk.open_page(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    (record,) = records(page)
    draft = {"draft_version": VERSION, "notice": CALL.id}
    record |= {"id": "large", "name": LARGE, "changed": record["changed"] + 1, "draft": draft}
    page.evaluate("sessionStorage.clear()")
    page.evaluate(PUT, [record, path, count, kind])
    desk.open_page(page)
    expect(page.locator("[data-keeping=large]")).to_contain_text(f"“{LARGE}”内容过多")
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    large = row(page, LARGE)
    expect(tag(large, "large")).to_be_visible()
    expect(large.get_by_role("button")).to_have_text(["保存为文件", "删除"])
    path_of_file = desk.downloaded(page, large.get_by_role("button").first, tmp_path)
    saved = json.loads(path_of_file.read_text("utf-8"))
    for step in path:
        saved = saved[step]
    assert len(saved) == count
    page.get_by_role("button", name="清除", exact=True).click()
    page.locator("[data-clear-yes]").click()
    expect(page.locator('[data-note="cleared"]')).to_be_visible()
    assert records(page) == []
    page.locator('[data-note="cleared"] [data-undo]').click()
    expect(tag(row(page, LARGE), "large")).to_be_visible()


def test_a_file_with_more_than_the_page_can_show_is_not_opened(page: Page) -> None:
    desk.open_page(page)
    type_name(page)
    desk.choose_draft(page, {"members": [{"name": f"第{place}家"} for place in range(20_000)]})
    expect(page.locator("[data-refusal]")).to_contain_text("没有打开", timeout=60_000)
    expect(at(page, "/alliance/name")).to_have_value(NAME)
    expect(desk.rows(page)).to_have_count(0)
    assert kept_names(page) == [NAME]
