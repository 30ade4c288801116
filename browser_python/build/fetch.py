"""Fetches the pinned wheels: what the browser runs, and the tools that compile it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from browser_python.build import places, repack

if TYPE_CHECKING:
    from pathlib import Path


def fetch() -> None:
    """Fill `build/wheels/tools` and `build/wheels/target` from the pins.

    Raises:
        subprocess.CalledProcessError: pip could not fetch a file, or its hash differs.
    """
    for folder in (places.TOOLS, places.TARGET):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    _download("compiler.txt", places.TOOLS, *_wheels_for_pyodide())
    _download("browser.txt", places.TARGET, *_wheels_for_pyodide())
    sources = places.WHEELS / "sources"
    shutil.rmtree(sources, ignore_errors=True)
    _download("browser-sdist.txt", sources, "--no-binary=:all:", "--no-build-isolation")
    for sdist in sorted(sources.glob("*.tar.gz")):
        repack.pure_wheel(sdist, places.TARGET)


def _wheels_for_pyodide() -> list[str]:
    info = json.loads((places.PYODIDE / places.LOCK).read_text("utf-8"))["info"]
    major, minor, _ = info["python"].split(".")
    return [
        "--only-binary=:all:",
        "--implementation=cp",
        f"--python-version={major}.{minor}",
        f"--abi=cp{major}{minor}",
        f"--platform=pyemscripten_{info['abi_version']}_{info['arch']}",
    ]


def _download(pins: str, into: Path, *options: str) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--require-hashes", "--requirement", str(places.REQUIREMENTS / pins)]
    command += ["--dest", str(into), *options]
    subprocess.run(command, check=True)  # noqa: S603 - every word is ours
