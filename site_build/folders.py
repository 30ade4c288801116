"""The folders that the build reads and writes."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SITE_TEMPLATES = ROOT / "site_templates"
BUILD = ROOT / "build"
SITE = ROOT / "site"
RUNTIME = BUILD / "runtime"
"""The browser's Python as it is published, and its manifest."""
PYTHON = BUILD / "python"
"""The intermediate files of building the browser's Python."""
