"""MkDocs hook: puts the figures of the last `make bench` into the page on speed."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_build.pages.environment import page_environment

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

PAGE = "about/speed.md"
RESULTS = "about/speed.json"
WORDS = Path(__file__).with_name("speed.toml")
_MARK = "<!-- speed -->"
_SCALES = {
    "ms": ((1000, "秒"), (1, "毫秒")),
    "bytes": ((1_000_000, "MB"), (1000, "KB")),
    "bit/s": ((1_000_000, "兆比特"),),
    "": ((1, "次"),),
    "ratio": ((1, "倍"),),
}


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Put the tables in the place of the page's mark.

    Raises:
        LookupError: speed.toml has no words for a row of the results, or the page has no mark.
    """
    if page.file.src_uri != PAGE:
        return markdown
    if _MARK not in markdown:
        message = f"{PAGE} has no {_MARK}"
        raise LookupError(message)
    results = json.loads(Path(config.docs_dir, RESULTS).read_text("utf-8"))
    return markdown.replace(_MARK, render(results))


def render(results: dict[str, Any]) -> str:
    """Render a run's results.

    Args:
        results: What `make bench` wrote.

    Returns:
        Markdown with tables in HTML.

    Raises:
        LookupError: speed.toml has no words for a row.
    """
    sections = tomllib.loads(WORDS.read_text("utf-8"))["sections"]
    rows = {row["id"]: row for row in results["rows"]}
    unknown = rows.keys() - {name for section in sections for name in section["rows"]}
    if unknown:
        message = f"{WORDS.name} has no words for {sorted(unknown)}"
        raise LookupError(message)
    environment = page_environment()
    environment.filters["amount"] = amount
    days = [date.fromisoformat(row["on"]) for row in rows.values()]
    return environment.get_template("speed.html").render(
        results=results,
        first_day=min(days),
        last_day=max(days),
        sections=[section for section in sections if rows.keys() & section["rows"].keys()],
        rows=rows,
        aims=[row["met"] for row in rows.values() if row.get("target") is not None],
    )


def amount(figure: float, unit: str) -> str:
    """Return a figure with its Chinese unit, rounded to three digits: 1532 ms as 1.53 秒."""
    scales = _SCALES[unit]
    scale, word = next((it for it in scales if figure >= it[0]), scales[-1])
    return f"{float(f'{figure / scale:.3g}'):g} {word}"
