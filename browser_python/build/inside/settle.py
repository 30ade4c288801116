"""Runs inside Pyodide before the memory image is taken: frees what no visitor needs."""

import gc
import importlib
import linecache
import random
import sys

linecache.clearcache()
# Frees the list of the archive's files; the next import from the archive reads the list again.
importlib.invalidate_caches()
# A worker has no standard input, and the buffer of this one holds 128 KB of old memory.
vars(sys).update(stdin=None, __stdin__=None)
while gc.collect():
    pass

generators = [it for it in gc.get_objects() if isinstance(it, random.Random)]
frozen = [it for it in generators if not isinstance(it, random.SystemRandom)]
if frozen != [random._inst]:  # noqa: SLF001 - the one that `wake` seeds
    message = f"generators of random numbers would be frozen: {frozen}"
    raise RuntimeError(message)
