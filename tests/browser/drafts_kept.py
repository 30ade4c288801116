"""Reads and writes kept drafts without the page's scripts, and finds drafts in the page's list."""

from typing import Any

from playwright.sync_api import Locator, Page

_OPEN = """
const open = () => new Promise((resolve, reject) => {
  const asked = indexedDB.open('validator');
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});
const done = (asked) => new Promise((resolve, reject) => {
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});
"""


def records(page: Page) -> list[dict[str, Any]]:
    """Return every draft that is kept."""
    return page.evaluate(
        f"""async () => {{ {_OPEN}
        const db = await open();
        const found = await done(db.transaction('drafts').objectStore('drafts').getAll());
        db.close();
        return found; }}"""
    )


def put(page: Page, record: dict[str, Any]) -> None:
    """Write a record without any check, so that tests can keep a damaged draft."""
    page.evaluate(
        f"""async (record) => {{ {_OPEN}
        const db = await open();
        await done(db.transaction('drafts', 'readwrite').objectStore('drafts').put(record));
        db.close(); }}""",
        record,
    )


def occupy(page: Page) -> None:
    """Keep a write transaction open: no other page can write drafts until this page is closed."""
    page.evaluate(
        f"""async () => {{ {_OPEN}
        const drafts = (await open()).transaction('drafts', 'readwrite').objectStore('drafts');
        const go = () => {{ drafts.count().onsuccess = go; }};
        go(); }}"""
    )


def whole_storage(page: Page) -> dict[str, Any]:
    """Return all that the browser keeps for the site: databases, local and session storage."""
    return page.evaluate(
        f"""async () => {{ {_OPEN}
        const kept = {{local: {{...localStorage}}, session: {{...sessionStorage}}, rows: []}};
        for (const {{name}} of await indexedDB.databases()) {{
          if (name !== 'validator') kept.rows.push(name);
          const db = await open();
          for (const store of db.objectStoreNames) {{
            kept.rows.push(...await done(db.transaction(store).objectStore(store).getAll()));
          }}
          db.close();
        }}
        return kept; }}"""
    )


def unfold(page: Page) -> Locator:
    """Open the list of drafts, if it is closed, and return its rows."""
    listing = page.locator("[data-drafts]")
    if listing.get_attribute("open") is None:
        listing.locator("summary").click()
    return page.locator("[data-draft-list] > [data-draft]")


def row(page: Page, name: str) -> Locator:
    """Find the draft of that name in the list."""
    named = page.locator("[data-name]").get_by_text(name, exact=True)
    return unfold(page).filter(has=named)


def tag(place: Locator, name: str) -> Locator:
    """Find the label `current`, `copy` or `damaged` in a row of the list."""
    return place.locator(f"[data-tag={name}]")
