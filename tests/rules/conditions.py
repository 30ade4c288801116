"""Finds the outcomes of conditions in the rules that never occurred while something ran.

To measure lines or branches is not enough: if `a` is true in every run, `if a or b` is covered and
`b` was never evaluated, so that an answer which only `b` reads was never read. So each condition is
watched by itself: the tests of `if`, `while`, `... if ... else ...` and of comprehensions, and each
operand of `and` and `or` that decides whether the next operand is evaluated.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import validator.rules
from validator.rules.rule import Judge

_NOTE = "_note_outcome"
_NO_ANSWERS = ("rule", "noted", "reads", "unusable", "answered", "blanks")
"""Modules of `validator.rules` whose conditions depend on no answer."""


class Conditions:
    """The conditions in the modules of `validator.rules`, and the outcomes of each so far."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._seen: dict[str, set[bool]] = {}

    def expect(self, place: str) -> None:
        """Register a condition by its place: file, line, column and text."""
        self._seen.setdefault(place, set())

    def note(self, place: str, value: object) -> object:
        """Keep the outcome of a condition, and return its value."""
        self._seen[place].add(bool(value))
        return value

    def never_seen(self) -> list[str]:
        """Return a sentence for each outcome that did not occur."""
        return [
            f"{place} was never {outcome}"
            for place, seen in self._seen.items()
            for outcome in (True, False)
            if outcome not in seen
        ]


@contextmanager
def watched() -> Iterator[Conditions]:
    """Record the outcomes of all conditions in the rules' functions until the block ends."""
    conditions, before = Conditions(), []
    for module in _modules():
        setattr(module, _NOTE, conditions.note)
        watching = _watching(Path(str(module.__file__)), conditions)
        for function in _functions(module):
            before.append((function, function.__code__))
            function.__code__ = watching[function.__name__]
    try:
        yield conditions
    finally:
        for function, code in before:
            function.__code__ = code
        for module in _modules():
            delattr(module, _NOTE)


def _modules() -> list[ModuleType]:
    names = [name for name in sys.modules if name.startswith(f"{validator.rules.__name__}.")]
    return [sys.modules[name] for name in names if name.rpartition(".")[2] not in _NO_ANSWERS]


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    for value in vars(module).values():
        function = value.decide if isinstance(value, Judge) else value
        function = getattr(function, "__wrapped__", function)
        if isinstance(function, FunctionType) and function.__module__ == module.__name__:
            yield function


def _watching(path: Path, conditions: Conditions) -> dict[str, CodeType]:
    """Compile a module with its conditions recorded; return the code of its functions by name."""
    source = path.read_text("utf-8")
    tree = _Watching(path.name, source, conditions).visit(ast.parse(source))
    code = compile(ast.fix_missing_locations(tree), path, "exec")
    return {one.co_name: one for one in code.co_consts if isinstance(one, CodeType)}


class _Watching(ast.NodeTransformer):
    """Puts a call around every condition: the call records the value and returns it."""

    def __init__(self, file: str, source: str, conditions: Conditions) -> None:
        self._file = file
        self._source = source
        self._conditions = conditions

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.BoolOp:
        self.generic_visit(node)
        node.values[:-1] = map(self._noted, node.values[:-1])
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        self.generic_visit(node)
        node.ifs = list(map(self._decisive, node.ifs))
        return node

    def visit_If(self, node: ast.If) -> ast.If:
        self.generic_visit(node)
        node.test = self._decisive(node.test)
        return node

    def visit_While(self, node: ast.While) -> ast.While:
        self.generic_visit(node)
        node.test = self._decisive(node.test)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.IfExp:
        self.generic_visit(node)
        node.test = self._decisive(node.test)
        return node

    def _decisive(self, test: ast.expr) -> ast.expr:
        """Record a test; of `a and b` only the last operand: `visit_BoolOp` records the others."""
        match test:
            case ast.UnaryOp(op=ast.Not()):
                test.operand = self._decisive(test.operand)
            case ast.BoolOp():
                test.values[-1] = self._decisive(test.values[-1])
            case _:
                return self._noted(test)
        return test

    def _noted(self, test: ast.expr) -> ast.expr:
        if isinstance(test, ast.BoolOp):  # The outcomes of its operands tell more.
            return self._decisive(test)
        text = ast.get_source_segment(self._source, test)
        place = f"{self._file}:{test.lineno}:{test.col_offset + 1}: `{text}`"
        self._conditions.expect(place)
        note = ast.Call(ast.Name(_NOTE, ast.Load()), [ast.Constant(place), test], [])
        return ast.copy_location(note, test)
