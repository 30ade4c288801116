"""Compresses a peer's files as the site's own files are compressed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from site_build.folders import ROOT


def compress(folder: Path) -> None:
    """Write compressed copies, by brotli and by gzip, beside the files of a folder."""
    script = ROOT / "site_build" / "publishing" / "compress.mjs"
    subprocess.run(["node", script, folder], check=True)  # noqa: S603, S607 - every word is ours
