"""Runs inside Pyodide: locks the archives in /layer, then compiles them to bytecode.

In: /layer holds wheels (and the standard library's zip); `pyodide-lock.json`, the lock to which the
wheels are added; and `optimize`, the level to compile at, without which nothing is compiled. Out:
the same folder with compiled archives, and the lock with their names and hashes. pyodide-build
compiles, in the same interpreter that will run the bytecode.
"""

import marshal
import py_compile
from functools import cache, partial
from pathlib import Path
from types import CodeType
from typing import Any

from pyodide_build._py_compile import _py_compile_archive_dir
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

compile_module = py_compile.compile
HEAD_OF_BYTECODE = 16


@cache
def one_line(instructions: int) -> bytes:
    """Return a line table by which all instructions come from a function's first line."""
    whole, rest = divmod(instructions, 8)
    return b"\xef\0" * whole + (bytes([0xE8 | (rest - 1), 0]) if rest else b"")


def without_lines(code: CodeType) -> CodeType:
    """Return code without line numbers: the page shows the text of an error, never a traceback."""
    constants = tuple(
        without_lines(it) if isinstance(it, CodeType) else it for it in code.co_consts
    )
    return code.replace(co_linetable=one_line(len(code.co_code) // 2), co_consts=constants)


def require_encoding() -> None:
    """Stop if Python does not read from `one_line` what was written.

    Raises:
        RuntimeError: The line table of CPython is encoded otherwise.
    """
    code = without_lines(compile("[one,\n two,\n three(four)]\n" * 8, "probe", "exec"))
    lines = list(code.co_lines())
    found = (lines[0][0], lines[-1][1], {line for _, _, line in lines})
    assumed = (0, len(code.co_code), {code.co_firstlineno})
    if found != assumed:
        message = (
            "This assumes CPython 3.14: PyCodeObject.co_linetable is not encoded as assumed: the "
            f"probe's instructions have {found} as beginning, end and lines, not {assumed}.\n"
            'Read "How to take the next Pyodide" in browser_python/README.md.'
        )
        raise RuntimeError(message)


def compile_without_lines(
    file: str,
    cfile: str,
    *,
    optimize: int,
    **options: Any,  # noqa: ANN401 - as given
) -> None:
    """Compile a module as `py_compile` does."""
    compile_module(file, cfile, optimize=optimize, **options)
    written = Path(cfile)
    content = written.read_bytes()
    code = without_lines(marshal.loads(content[HEAD_OF_BYTECODE:]))  # noqa: S302 - just written
    written.write_bytes(content[:HEAD_OF_BYTECODE] + marshal.dumps(code))


require_encoding()
layer = Path("/layer")
lock_path = layer / "pyodide-lock.json"

base = PyodideLockSpec.from_json(lock_path)
platform = base.info.platform
# Wheels name the platform by Pyodide's ABI; the lock names it by Emscripten's version.
base.info.platform = f"pyemscripten_{base.info.abi_version}"
lock = add_wheels_to_spec(base, sorted(layer.glob("*.whl")), base_path=layer)
lock.info.platform = platform
lock.to_json(lock_path)

# pyodide-build has no option for the level to compile at.
level = layer / "optimize"
if level.exists():
    py_compile.compile = partial(compile_without_lines, optimize=int(level.read_text("utf-8")))
    level.unlink()
    _py_compile_archive_dir(layer, keep=False, verbose=False, compression_level=0)
