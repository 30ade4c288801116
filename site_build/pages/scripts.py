"""Bundles scripts with esbuild: one file for each page, and one for the worker that runs Python.

Fetched module by module, the scripts arrived half a second later than one file.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from site_build import folders

SOURCE = folders.SITE_TEMPLATES / "assets" / "js"
ENTRIES = {
    "call-check": SOURCE / "call-check.mjs",
    "pre-check": SOURCE / "pre-check.mjs",
    "self-check": SOURCE / "self-check.mjs",
    "worker": SOURCE / "engine" / "worker.mjs",
}
"""What pages and workers are started with, by the name that it is published under."""
_START = "start.js"
"""The script that starts first; no module, since a browser runs modules later."""
_PACKAGES = folders.ROOT / "node_modules"
_ESBUILD = _PACKAGES / ".bin" / "esbuild"
OLDEST_BROWSERS = "chrome84,edge84,firefox90,safari15"
"""The oldest browsers in which people can fill in, keep and save; Python needs younger ones."""
_MANIFEST = folders.RUNTIME / "manifest.json"
_VENDORED = ("idb", "morphdom")
"""Packages that get into the bundles; their licences are published beside them."""


def bundle(scripts: dict[str, Path], folder: Path, manifest: Path = _MANIFEST) -> None:
    """Write each script with all that it imports as one file, and its source map.

    The runtime's manifest is in it as `runtime-manifest`: scripts start the Python that they
    were published with.

    Args:
        scripts: Modules, by the name of the file to write, without its ending.
        folder: Where to write.
        manifest: Of the runtime.

    Raises:
        subprocess.CalledProcessError: A module is not there, or none.
    """
    entries = [f"{name}={path}" for name, path in scripts.items()]
    command = [str(_ESBUILD), *entries, f"--outdir={folder}", f"--target={OLDEST_BROWSERS}"]
    command += ["--out-extension:.js=.mjs", "--bundle", "--format=esm", "--minify", "--sourcemap"]
    command += ["--charset=utf8", "--log-level=warning", f"--alias:runtime-manifest={manifest}"]
    subprocess.run(command, check=True, cwd=folders.ROOT)  # noqa: S603 - every word is ours


def published(folder: Path) -> dict[str, Path]:
    """Each script that the site publishes, by name, with its source map, and the licences.

    Args:
        folder: Where the entries have been, or will be, bundled.
    """
    made = [f"{name}.mjs{ending}" for name in ENTRIES for ending in ("", ".map")]
    licences = {f"{name}.LICENSE.txt": _PACKAGES / name / "LICENSE" for name in _VENDORED}
    return {name: folder / name for name in made} | licences | {_START: SOURCE / _START}
