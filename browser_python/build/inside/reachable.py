"""Runs inside Pyodide before the memory image is taken: lists the addresses of Python's objects."""

import gc
from array import array
from types import CodeType, FrameType

_OF_CODE = (
    "co_consts",
    "co_names",
    "co_filename",
    "co_name",
    "co_qualname",
    "co_linetable",
    "co_exceptiontable",
)
"""Attributes of code objects, which the garbage collector does not visit. To read others, such as
`co_varnames`, would make new objects."""


def reachable() -> bytes:
    """Return the addresses of all objects that can be reached, as 32-bit numbers."""
    seen: set[int] = set()
    todo = gc.get_objects()
    passing = {id(seen), id(todo)}
    while todo:
        it = todo.pop()
        address = id(it)
        if address in seen or address in passing or type(it) is FrameType:
            continue
        seen.add(address)
        if type(it) is CodeType:
            todo += [getattr(it, name) for name in _OF_CODE]
        else:
            todo += gc.get_referents(it)
    return array("I", sorted(seen)).tobytes()
