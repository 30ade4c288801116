"""Writes the fingerprint of the rules: `make reads` runs this module after a rule has changed.

A report names the rules that it was made by. The version number cannot do that, since two builds of
one version may judge differently. The fingerprint is a hash of the code that `validator.check`
imports, directly or not, and of the data files beside that code. Comments, docstrings, imports, and
the file in which a statement stands do not count, since they cannot change a verdict.
"""

from __future__ import annotations

import ast
import hashlib
import io
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import TypeGuard

import grimp

CHECK = "validator.check"
_NOT_RULES = {"validator.calls", "validator.rules"}
"""Packages whose data files do not count: a call has its own digest, and reads.toml is derived."""


def rules_fingerprint() -> str:
    """Return the SHA-256 of all that decides a finding, but for the call's own data, in hex."""
    said = sorted([*_statements(), *_data()])
    return hashlib.sha256("\0".join(said).encode()).hexdigest()


def _modules() -> Iterator[str]:
    graph = grimp.build_graph("validator", cache_dir=None)
    yield CHECK
    yield from graph.find_upstream_modules(CHECK)


def _statements() -> Iterator[str]:
    """Yield each top-level statement of the modules that a check imports, as `meaning` does."""
    for module in _modules():
        source = Path(str(import_module(module).__file__)).read_text("utf-8")
        yield from meaning(source)


def _data() -> Iterator[str]:
    """Yield the data in the files beside those modules; comments and layout do not count."""
    for package in {module.rpartition(".")[0] for module in _modules()} - _NOT_RULES:
        for resource in files(package).iterdir():
            if resource.name.endswith(".toml"):
                yield repr(tomllib.loads(resource.read_text("utf-8")))


def meaning(source: str) -> Iterator[str]:
    """Yield a module's statements without comments, docstrings, imports and blank lines."""
    lines = _uncommented(source)
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if _is_docstring(node):
            for row in range(node.lineno - 1, node.end_lineno or node.lineno):
                lines[row] = ""
    for statement in tree.body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            continue
        decorators = getattr(statement, "decorator_list", [])
        first = min(it.lineno for it in (statement, *decorators))
        kept = [line.rstrip() for line in lines[first - 1 : statement.end_lineno] if line.strip()]
        if kept:
            yield "\n".join(kept)


def _uncommented(source: str) -> list[str]:
    lines = source.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            lines[row - 1] = lines[row - 1][:column]
    return lines


def _is_docstring(node: ast.AST) -> TypeGuard[ast.Expr]:
    """Whether a statement is only a text: a docstring, or the text below a constant."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


if __name__ == "__main__":
    sys.stdout.write(rules_fingerprint() + "\n")
