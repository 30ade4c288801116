"""Measures what each module of the check costs to import. Runs in CPython and in the browser.

Every module but `pydantic_core` is imported a second time, and the second modules are thrown away.
In the browser the imports read the archive, also after a start from the memory image.
"""

from __future__ import annotations

import importlib
import sys
import time
from importlib import _bootstrap  # `-X importtime` does not exist in the browser

AGAIN = (
    *("validator", "pydantic", "jinja2", "markupsafe", "stdnum"),
    *("typing_extensions", "typing_inspection", "annotated_types"),
)
"""Packages that can be imported again. `pydantic_core` is compiled and cannot be."""
_IMPORT = "_find_and_load_unlocked"


def costs(module: str = "validator.worker") -> dict[str, float]:
    """Return the cost of each module that a module imports, in the order in which imports end.

    Returns:
        Milliseconds by name, without the time of the modules that the module itself imports.
    """
    kept = {name: it for name, it in sys.modules.items() if name.partition(".")[0] in AGAIN}
    plain = getattr(_bootstrap, _IMPORT)
    found: dict[str, float] = {}
    inner = [0.0]

    def timed(name: str, import_: object) -> object:
        inner.append(0.0)
        started = time.perf_counter()
        try:
            return plain(name, import_)
        finally:
            whole = time.perf_counter() - started
            found[name] = (whole - inner.pop()) * 1000
            inner[-1] += whole

    for name in kept:
        del sys.modules[name]
    setattr(_bootstrap, _IMPORT, timed)
    try:
        importlib.import_module(module)
    finally:
        setattr(_bootstrap, _IMPORT, plain)
        for name in [it for it in sys.modules if it.partition(".")[0] in AGAIN]:
            del sys.modules[name]
        sys.modules.update(kept)
    return found
