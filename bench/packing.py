"""Packs a peer's files as the site's own are packed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from site_build.folders import ROOT


def compress(folder: Path) -> None:
    """Leave what servers send, brotli and gzip, beside every file of a folder that shrinks."""
    script = ROOT / "site_build" / "publishing" / "compress.mjs"
    subprocess.run(["node", script, folder], check=True)  # noqa: S603, S607 - every word is ours
