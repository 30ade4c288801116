"""The peer of the guidance pages: plain Material, of the same Markdown."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from bench.packing import compress

ROOT = Path(__file__).resolve().parents[1]
_HOOKS = (
    *("hook_calls.py", "hook_speed.py", "hook_markdown.py"),
    *("hook_blanks.py", "hook_data.py", "hook_schema.py"),
)
"""The hooks without which the Markdown would lack pages, figures, or files that it links to."""


def build(site: Path) -> None:
    """Build the site without its own overrides, styles, scripts and runtime.

    Args:
        site: The folder to fill.
    """
    with TemporaryDirectory() as empty:
        hooks = [str(ROOT / "site_build" / "pages" / hook) for hook in _HOOKS]
        plain = {
            "INHERIT": str(ROOT / "mkdocs.yml"),
            "docs_dir": str(ROOT / "docs"),
            "site_dir": str(site),
            "theme": {"custom_dir": empty, "favicon": "assets/images/favicon.png"},
            "extra_css": [],
            "hooks": hooks,
        }
        settings = Path(empty) / "mkdocs.yml"
        settings.write_text(yaml.safe_dump(plain), "utf-8")
        build_site(load_config(str(settings)))
    compress(site)
