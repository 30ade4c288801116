"""Runs inside Pyodide at build: makes objects of known contents for `probe.mjs` to look at."""

import sys
from collections.abc import Callable
from dis import opmap
from typing import Any

SOURCE = """
def fields(first, second):
    try:
        return first.attribute_of_the_probe, "probe of a constant", 1234567
    except ValueError:
        return second.other

def simple(first):
    return first

def generating(first):
    yield first
"""
names: dict[str, Callable[..., Any]] = {}
exec(compile(SOURCE, "<file of the probe>", "exec"), names)  # noqa: S102 - the text above
fields, simple, generating = (names[it] for it in ("fields", "simple", "generating"))
code = fields.__code__
FIELDS_OF_CODE = {
    "co_consts": code.co_consts,
    "co_names": code.co_names,
    "co_exceptiontable": code.co_exceptiontable,
    "co_filename": code.co_filename,
    "co_name": code.co_name,
    "co_qualname": code.co_qualname,
    "co_linetable": code.co_linetable,
}
triple = (fields, simple, generating)
interned, plain = sys.intern("probe of an interned string"), repr(1234567)
wide = plain + chr(0x4E00)
MANY = 4096


class Instance:
    """Has a dictionary and weak references."""


number = 1234567.0


def words() -> list[tuple[str, str, int, int]]:
    """Return structure, field, the address of an object, and the 32-bit word in that field."""
    return [
        *(("PyCodeObject", name, id(code), id(it)) for name, it in FIELDS_OF_CODE.items()),
        ("PyCodeObject", "_co_firsttraceable", id(generating.__code__), first_resume()),
        ("PyObject", "ob_refcnt", id(triple), sys.getrefcount(triple) - 1),
        ("PyObject", "ob_type", id(triple), id(tuple)),
        ("PyTupleObject", "ob_size", id(triple), len(triple)),
        ("PyTupleObject", "ob_item", id(triple), id(fields)),
        ("PyASCIIObject", "length", id(plain), len(plain)),
        ("PyASCIIObject", "data", id(plain), int.from_bytes(plain[:4].encode(), "little")),
        ("PyFunctionObject", "func_code", id(fields), id(code)),
    ]


def first_resume() -> int:
    """Return the index of the first instruction that Python can trace: `RESUME`."""
    return generating.__code__.co_code[::2].index(opmap["RESUME"])


def addresses() -> dict[str, int]:
    """Return the addresses of the objects that `probe.mjs` looks at beyond single words."""
    told = {"simple": id(simple), "code of simple": id(simple.__code__)}
    told |= {"code of generating": id(generating.__code__), "RESUME": opmap["RESUME"]}
    told |= {"code": id(code), "first": id(sys.intern("first")), "second": id(sys.intern("second"))}
    told |= {"interned": id(interned), "plain": id(plain), "static": id("a"), "wide": id(wide)}
    return told | {"number": id(number), "immortal": id(code.co_names[0])}


def many() -> list[tuple[str, list[int]]]:
    """Return the addresses of many objects of each kind that `PRE_HEADERS` tells apart."""
    made: dict[str, list[object]] = {
        "a number": [float(it) for it in range(MANY)],
        "a list": [[it] for it in range(MANY)],
        "an instance": [Instance() for _ in range(MANY)],
    }
    held_by_many.append(made)
    return [(kind, [id(it) for it in objects]) for kind, objects in made.items()]


held_by_many: list[dict[str, list[object]]] = []


def instructions() -> bytes:
    """Return the instructions of `simple`."""
    return simple.__code__.co_code


def run_generating() -> None:
    """Run `generating` for the first time, by which Python marks its code."""
    for _ in range(8):
        list(generating(1))


def exchange_code() -> None:
    """Give `simple` other code, by which Python no longer specialises calls of `simple`."""
    simple.__code__ = fields.__code__


held: list[float] = []


def hold_number() -> None:
    """Add eight references to `number`."""
    held.extend([number] * 8)
