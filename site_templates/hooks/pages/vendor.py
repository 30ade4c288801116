"""The scripts of others that the pages import, from their npm packages."""

from __future__ import annotations

from pathlib import Path

_PACKAGES = Path(__file__).parents[3] / "node_modules"
_SCRIPTS = {"idb": "build/index.js", "morphdom": "dist/morphdom-esm.js"}
"""By package: its one file that browsers can import as it is."""


def sources() -> dict[str, Path]:
    """Each script, and its licence beside it: its path among the assets, and where it lies."""
    scripts = {f"js/vendor/{name}.mjs": _PACKAGES / name / file for name, file in _SCRIPTS.items()}
    licences = {f"js/vendor/{name}.LICENSE.txt": _PACKAGES / name / "LICENSE" for name in _SCRIPTS}
    return scripts | licences
