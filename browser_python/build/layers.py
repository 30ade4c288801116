"""Locks and compiles archives inside Pyodide, in two layers.

The base layer (standard library, packages of others) changes with the pins, the own layer with
every edit of the application. Each layer is compiled alone, so that an edit of the application does
not compile the base layer again. The own layer's lock adds to the base layer's.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from browser_python.build import places, zips

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from browser_python.build.arguments import Wheels

_WITHOUT_DOCSTRINGS = 2
"""As `python -OO` compiles, so no module may depend on docstrings or asserts. With docstrings and
asserts the archive is 12 % larger on the wire, and the image 9 %."""
_INPUTS = "inputs.sha256"


def base(layer: Path, wheels: Wheels) -> None:
    """Compile the standard library and the wheels of others, unless that has been done.

    Args:
        layer: The folder to fill. A file in it names the inputs that it was made from.
        wheels: The wheels.

    Raises:
        subprocess.CalledProcessError: A package needs one that is not there, or a module does not
            compile.
    """
    archives = [places.PYODIDE / places.LIBRARY, *sorted(wheels.others.glob("*.whl"))]
    inputs = _digest(
        [*archives, *sorted(wheels.tools.glob("*.whl")), *_SCRIPTS, places.PYODIDE / places.LOCK]
    )
    known = layer / _INPUTS
    if known.is_file() and known.read_text("utf-8") == inputs:
        return
    _fill(layer, _empty_lock(), archives, wheels.tools)
    known.write_text(inputs, "utf-8")


def own(layer: Path, below: Path, wheels: Wheels) -> None:
    """Compile the application's wheels, and the modules in `inside/` that the browser needs.

    Args:
        layer: The folder to fill.
        below: The base layer.
        wheels: The wheels.

    Raises:
        subprocess.CalledProcessError: A dependency is not in the base layer, or a module
            does not compile.
    """
    modules = {path.name: path.read_bytes() for path in places.HERE.glob("inside/browser_*.py")}
    started = below.with_name("browser.zip")
    zips.write_stored(started, modules)
    lock = json.loads((below / places.LOCK).read_text("utf-8"))
    archives = [started, *sorted(wheels.own.glob("*.whl"))]
    _fill(layer, lock, archives, wheels.tools)


def plain(layer: Path, wheels: Wheels) -> None:
    """Lock all wheels without compiling them.

    Args:
        layer: The folder to fill.
        wheels: The wheels.

    Raises:
        subprocess.CalledProcessError: A package needs one that is not there.
    """
    archives = [*sorted(wheels.others.glob("*.whl")), *sorted(wheels.own.glob("*.whl"))]
    _fill(layer, _empty_lock(), archives, wheels.tools, optimize=None)


_SCRIPTS = (places.HERE / "run_inside.mjs", places.HERE / "inside" / "layer.py")


def _empty_lock() -> dict[str, Any]:
    """Return Pyodide's lock without its packages, which another host publishes."""
    lock: dict[str, Any] = json.loads((places.PYODIDE / places.LOCK).read_text("utf-8"))
    return lock | {"packages": {}}


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _fill(
    layer: Path,
    lock: dict[str, Any],
    archives: Iterable[Path],
    tools: Path,
    *,
    optimize: int | None = _WITHOUT_DOCSTRINGS,
) -> None:
    shutil.rmtree(layer, ignore_errors=True)
    layer.mkdir(parents=True)
    for archive in archives:
        shutil.copy(archive, layer)
    (layer / places.LOCK).write_text(json.dumps(lock), "utf-8")
    if optimize is not None:
        (layer / "optimize").write_text(str(optimize), "utf-8")
    run, script = _SCRIPTS
    command = ["node", str(run), str(script), f"tools={tools}", f"layer={layer}"]
    try:
        subprocess.run(command, check=True)  # noqa: S603 - every word is ours
    except subprocess.CalledProcessError:
        shutil.rmtree(layer)
        raise
