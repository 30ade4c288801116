"""Runs inside Pyodide before the memory image is taken: lets go of what no visitor wants."""

import gc
import linecache
import random

linecache.clearcache()
while gc.collect():
    pass

generators = [it for it in gc.get_objects() if isinstance(it, random.Random)]
frozen = [it for it in generators if not isinstance(it, random.SystemRandom)]
if frozen != [random._inst]:  # noqa: SLF001 - the one that `wake` seeds
    message = f"generators of random numbers would be frozen: {frozen}"
    raise RuntimeError(message)
