"""Compiles archives to bytecode inside Pyodide, one layer upon another.

The base layer (standard library, third parties) changes with the pins, the own layer with
every edit of `validator`; each is compiled alone and locked upon the lock below it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

from browser_python.build import places, zips

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_WITHOUT_DOCSTRINGS = 2
"""Third parties and the standard library without docstrings and asserts: the archive is 12 %
smaller on the wire, the image 9 %. Nothing in them leans on either."""
_WHOLE = 0
"""`validator` keeps them: rules read their clauses from docstrings."""


def build_base(layer: Path = places.BASE) -> None:
    """Compile the standard library and the target wheels.

    Args:
        layer: The folder to fill.

    Raises:
        subprocess.CalledProcessError: The lock does not close, or a module does not compile.
    """
    lock = json.loads((places.PYODIDE / places.LOCK).read_text("utf-8"))
    lock["packages"] = {}  # Pyodide's own distribution is on another host; nothing points there.
    archives = [places.PYODIDE / "python_stdlib.zip", *sorted(places.TARGET.glob("*.whl"))]
    _empty(layer)
    _compile(layer, json.dumps(lock), archives, _WITHOUT_DOCSTRINGS)


def build_own(layer: Path, *, base: Path = places.BASE) -> None:
    """Compile the wheel of `validator`, and the browser's own modules, upon the base layer.

    Args:
        layer: The folder to fill.
        base: The base layer.

    Raises:
        subprocess.CalledProcessError: A dependency is not in the base layer, or a module
            does not compile.
    """
    modules = (places.HERE / "inside").glob("browser_*.py")
    _empty(layer)
    zips.write_stored(layer / "browser.zip", {path.name: path.read_bytes() for path in modules})
    lock = (base / places.LOCK).read_text("utf-8")
    _compile(layer, lock, sorted(places.OWN.glob("*.whl")), _WHOLE)


def _empty(layer: Path) -> None:
    shutil.rmtree(layer, ignore_errors=True)
    layer.mkdir(parents=True)


def _compile(layer: Path, lock: str, archives: Iterable[Path], optimize: int) -> None:
    for archive in archives:
        shutil.copy(archive, layer)
    (layer / places.LOCK).write_text(lock, "utf-8")
    (layer / "optimize").write_text(str(optimize), "utf-8")
    script = places.HERE / "inside" / "layer.py"
    command = ["node", str(places.HERE / "run_inside.mjs"), str(script)]
    command += [f"tools={places.TOOLS}", f"layer={layer}"]
    try:
        subprocess.run(command, check=True)  # noqa: S603 - every word is ours
    except subprocess.CalledProcessError:
        shutil.rmtree(layer)
        raise
