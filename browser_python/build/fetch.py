"""Fetches pinned wheels, and source archives where no wheel runs in the browser."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from browser_python.build import places, repack


def fetch(pins: Path, into: Path) -> None:
    """Fill a folder with wheels that run in Pyodide.

    Args:
        pins: A requirements file with hashes.
        into: The folder; files that are in it are removed first.

    Raises:
        subprocess.CalledProcessError: pip could not fetch a file, or its hash differs.
    """
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    info = json.loads((places.PYODIDE / places.LOCK).read_text("utf-8"))["info"]
    major, minor, _ = info["python"].split(".")
    platform = [
        "--only-binary=:all:",
        "--implementation=cp",
        f"--python-version={major}.{minor}",
        f"--abi=cp{major}{minor}",
        f"--platform=pyemscripten_{info['abi_version']}_{info['arch']}",
    ]
    _download(pins, into, platform)


def fetch_source(pins: Path, into: Path) -> None:
    """Add to a folder wheels made of source archives, whose compiled code is left out.

    Args:
        pins: A requirements file with hashes of source archives.
        into: The folder.

    Raises:
        subprocess.CalledProcessError: pip could not fetch a file, or its hash differs.
        ValueError: An archive holds no Python file.
    """
    with TemporaryDirectory() as sources:
        _download(pins, Path(sources), ["--no-binary=:all:", "--no-build-isolation"])
        for sdist in sorted(Path(sources).glob("*.tar.gz")):
            repack.pure_wheel(sdist, into)


def _download(pins: Path, into: Path, options: list[str]) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--require-hashes", "--requirement", str(pins), "--dest", str(into), *options]
    subprocess.run(command, check=True)  # noqa: S603 - every word is ours
