"""The peers for the start: the self-check page with stock Pyodide, in the two usual ways."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import Any

from bench.packing import compress
from bench.visits import PAGE
from browser_python.build import places
from site_build import runtime
from site_build.pages import scripts as bundles

_PAGES = Path(__file__).parent / "pages"
_PAGE = f"{PAGE}index.html"
_OUR_SCRIPT = re.compile(
    r'<script[^>]*src="([^"]*assets/([0-9a-f]{16})/js/)self-check\.mjs"[^>]*></script>'
)
_OUR_EARLY_START = re.compile(r"\s*<script[^>]*/start\.js\"></script>")
_ENGINE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", places.LOCK)
_NOT_FOR_A_CHECK = {"cobble", "mammoth", "xlsxwriter"}
"""Packages for documents and tables, which no peer has to load for a first finding."""
WAYS = ("lockfile", "wheels")


def build(site: Path, way: str) -> None:
    """Make a copy of the site a peer's.

    Args:
        site: The copy; its runtime and its page's scripts are replaced.
        way: One of `WAYS`.

    Raises:
        ValueError: The page loads its scripts from another address than is looked for here.
    """
    page = (site / _PAGE).read_text("utf-8")
    script = _OUR_SCRIPT.search(page)
    page, started_early = _OUR_EARLY_START.subn("", page)
    if script is None or not started_early:
        message = f"{_PAGE} no longer loads self-check.mjs early, from a folder named by contents"
        raise ValueError(message)
    engine, scripts = site / "runtime", site / "assets" / script[2] / "js"
    shutil.rmtree(engine)
    write_runtime(engine, lock_name="own-lock.json")
    _replace(scripts / "worker.mjs", (_PAGES / f"stock-{way}.mjs").read_text("utf-8"))
    bundles.bundle({"stock": _PAGES / "stock.mjs"}, scripts)
    # Without `integrity`, which holds the digest of our script.
    stock = f'<script type="module" src="{script[1]}stock.mjs"></script>'
    _replace(site / _PAGE, page.replace(script[0], stock))
    compress(site)


def write_runtime(folder: Path, lock_name: str) -> None:
    """Lay out a stock Pyodide from npm with the wheels that a check needs.

    Args:
        folder: The folder to make.
        lock_name: The name of the lock file for these wheels.
    """
    folder.mkdir()
    for name in _ENGINE:
        shutil.copy(places.PYODIDE / name, folder)
    wheels = sorted(path for path in runtime.OTHERS.glob("*.whl") if not _is_for_later(path))
    wheels += sorted(runtime.OWN.glob("*.whl"))
    for wheel in wheels:
        shutil.copy(wheel, folder)
    (folder / "wheels.json").write_text(json.dumps([wheel.name for wheel in wheels]), "utf-8")
    (folder / lock_name).write_text(json.dumps(_lock(wheels)), "utf-8")


def _is_for_later(wheel: Path) -> bool:
    return wheel.name.partition("-")[0] in _NOT_FOR_A_CHECK


def _replace(path: Path, text: str) -> None:
    """Replace a file: to overwrite it would change the same file, hard-linked, in another site."""
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    path.write_text(text, "utf-8")


def _lock(wheels: list[Path]) -> dict[str, Any]:
    stock: dict[str, Any] = json.loads((places.PYODIDE / places.LOCK).read_text("utf-8"))
    return stock | {"packages": dict(map(_entry, wheels))}


def _entry(wheel: Path) -> tuple[str, dict[str, Any]]:
    name, version = _identity(wheel)
    return name, {
        "name": name,
        "version": version,
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": [],
        "depends": [],
        "unvendored_tests": False,
    }


def _identity(wheel: Path) -> tuple[str, str]:
    with zipfile.ZipFile(wheel) as archive:
        place = next(name for name in archive.namelist() if name.endswith("/METADATA"))
        told = Parser().parsestr(archive.read(place).decode())
    return re.sub(r"[-_.]+", "-", told["Name"]).lower(), told["Version"]
