"""Where the parts of the browser's Python lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
REQUIREMENTS = ROOT / "requirements"
PYODIDE = ROOT / "node_modules" / "pyodide"
BUILD = ROOT / "build"
RUNTIME = BUILD / "runtime"
WHEELS = BUILD / "wheels"
TOOLS = WHEELS / "tools"
"""The compiler's wheels, which run inside Pyodide."""
TARGET = WHEELS / "target"
"""The wheels that the browser runs, `validator` excepted."""
OWN = WHEELS / "own"
"""The wheel of `validator`, alone."""
BASE = BUILD / "layers" / "base"
"""Compiled: the standard library and the target wheels."""
WHOLE = BUILD / "whole"
"""The runtime before it is parted into what a start needs and what comes later."""
LOCK = "pyodide-lock.json"
