"""Runs inside Pyodide: locks the archives in /layer, then compiles them to bytecode.

In: /layer holds wheels (and the standard library's zip), `pyodide-lock.json`, the lock that they
are added to, and `optimize`, the level to compile at. Out: the same folder with compiled
archives, and the lock with their names and hashes. pyodide-build's own code compiles, in the
interpreter that will run it.
"""

import py_compile
from functools import partial
from pathlib import Path

from pyodide_build._py_compile import _py_compile_archive_dir
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

layer = Path("/layer")
lock_path = layer / "pyodide-lock.json"

base = PyodideLockSpec.from_json(lock_path)
platform = base.info.platform
# Wheels name the platform by Pyodide's ABI; the lock names it by Emscripten's version.
base.info.platform = f"pyemscripten_{base.info.abi_version}"
lock = add_wheels_to_spec(base, sorted(layer.glob("*.whl")), base_path=layer)
lock.info.platform = platform
lock.to_json(lock_path)

# pyodide-build has no way to say it.
level = layer / "optimize"
py_compile.compile = partial(py_compile.compile, optimize=int(level.read_text("utf-8")))
level.unlink()
_py_compile_archive_dir(layer, keep=False, verbose=False, compression_level=0)
