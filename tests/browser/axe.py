"""Runs the accessibility checker axe-core in a page."""

from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RUN = """
async () => {
  const ends = (it) => it.effect.getComputedTiming().endTime < 1e6; // milliseconds
  await Promise.allSettled(document.getAnimations().filter(ends).map((it) => it.finished));
  for (const it of document.querySelectorAll('.finding')) it.style.contentVisibility = 'visible';
  for (const it of document.querySelectorAll('.bar, .md-header')) it.style.position = 'static';
  return axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  });
}
"""
"""Runs axe on the whole page, with two styles changed first. A browser does not lay out a finding
that is far from the window, and axe could not measure it; so all findings are laid out. The bars
stay in the window over other content, which axe would report as covered: they are released.

What moves or fades is waited for, unless it never ends: after a change of the window's width the
theme's navigation is half transparent for a moment, in which axe measures too little contrast."""


def violations(page: Page) -> list[str]:
    """Return what axe reports: for each violated rule its id, its text and the first elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.read_text("utf-8"))
    found = page.evaluate(_RUN)["violations"]
    return [
        f"{it['id']}: {it['help']} — " + "; ".join(node["html"][:150] for node in it["nodes"][:3])
        for it in found
    ]
