"""axe-core, the accessibility checker, run in the page as it stands."""

from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RUN = """
() => {
  for (const it of document.querySelectorAll('.finding')) it.style.contentVisibility = 'visible';
  for (const it of document.querySelectorAll('.bar, .md-header')) it.style.position = 'static';
  return axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  });
}
"""
"""What is out of sight has no layout until it comes near; axe measures all at once.
What stays in sight lies over whatever has just been scrolled there: no fault of that."""


def violations(page: Page) -> list[str]:
    """Return what axe finds fault with: the rule, why, and the first elements concerned."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.read_text("utf-8"))
    found = page.evaluate(_RUN)["violations"]
    return [
        f"{it['id']}: {it['help']} — " + "; ".join(node["html"][:150] for node in it["nodes"][:3])
        for it in found
    ]
