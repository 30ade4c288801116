"""Leaves a `.gz` beside every file of the site that shrinks, for servers to send as it is.

Run after the site is built: `python -m site_templates.hooks.compress`.
"""

from __future__ import annotations

import gzip
from pathlib import Path

SITE = Path(__file__).resolve().parents[2] / "site"
_SHRINKING = {".bin", ".css", ".html", ".js", ".json", ".map", ".mjs", ".svg", ".wasm", ".xml"}
_SMALLEST = 1024


def compress(site: Path = SITE) -> None:
    """Write the compressed siblings; the same file gives the same bytes.

    Args:
        site: The folder of the built site.
    """
    for path in sorted(site.rglob("*")):
        if path.suffix in _SHRINKING and path.stat().st_size >= _SMALLEST:
            packed = gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)
            path.with_name(path.name + ".gz").write_bytes(packed)


if __name__ == "__main__":
    compress()
