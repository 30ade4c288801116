"""Describes the machine and the versions with which a run was made."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_PYTHON_PEERS = ("pydantic", "jinja2", "docxtpl", "mkdocs-material")


def about() -> dict[str, Any]:
    """Return the day, the machine, and the versions of all programs that ran."""
    return {
        "on": datetime.now(UTC).date().isoformat(),
        "machine": {
            "processors": os.cpu_count(),
            "system": platform.system(),
            "arch": platform.machine(),
        },
        "versions": _versions(),
    }


def _versions() -> dict[str, str]:
    own = json.loads((Path(__file__).parent / "package-lock.json").read_text("utf-8"))
    root = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    direct = own["packages"][""]["dependencies"] | root["packages"][""]["dependencies"]
    return {
        "validator": version("validator"),
        "CPython": platform.python_version(),
        "Node": _said(os.environ.get("NODE", "node"), "--version"),
        "Chromium": _said(os.environ.get("CHROMIUM", "chromium"), "--version"),
        "nginx": _said(shutil.which("nginx") or "/usr/sbin/nginx", "-v"),
        **{name: version(name) for name in _PYTHON_PEERS},
        **direct,
    }


def _said(*command: str) -> str:
    """Return the version that a program prints.

    Raises:
        ValueError: The program prints no version.
    """
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    found = re.search(r"\d+(?:\.\d+)+", told.stdout + told.stderr)
    if found is None:
        message = f"{' '.join(command)} prints no version"
        raise ValueError(message)
    return found[0]
