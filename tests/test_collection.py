"""Every test that stands in the tree is run: pytest passes folders over by their names."""

import ast
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent


def test_every_file_of_tests_is_collected() -> None:
    """By default pytest does not enter a folder called `build`: 63 tests once stood in it unrun."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-qq", "-p", "no:cacheprovider"]
    told = subprocess.run(  # noqa: S603 - ours
        command, cwd=TESTS.parent, capture_output=True, text=True, check=True
    ).stdout
    counted = (line.rpartition(": ") for line in told.splitlines())
    collected = {name for name, _, number in counted if number.isdigit()}
    assert collected == {path.relative_to(TESTS.parent).as_posix() for path in in_the_tree()}


def test_every_file_of_tests_holds_a_test() -> None:
    """A file that hides its tests behind a condition looks like one that passed."""
    assert [path for path in in_the_tree() if not has_test(path)] == []


def in_the_tree() -> list[Path]:
    return [path for path in TESTS.rglob("test_*.py") if "node_modules" not in path.parts]


def has_test(path: Path) -> bool:
    body = ast.parse(path.read_text("utf-8")).body
    return any(isinstance(it, ast.FunctionDef) and it.name.startswith("test_") for it in body)
