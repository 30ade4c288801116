"""The folder of this package and that of Pyodide, and the names of Pyodide's files."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent
PYODIDE = HERE.parents[1] / "node_modules" / "pyodide"
LOCK = "pyodide-lock.json"
FRONT, GLUE, ENGINE = "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"
"""Pyodide's own script, the script that Emscripten wrote, and the compiled interpreter."""
LIBRARY = "python_stdlib.zip"
