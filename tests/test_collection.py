"""Every test that stands in the tree is run, and the fast ones without a build."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import MARKS_OF_FOLDER

TESTS = Path(__file__).parent
NOT_OURS = ("build", "site", "node_modules", ".*", "__pycache__", "compiled")
NOT_SOURCE = shutil.ignore_patterns("node_modules", "__pycache__")
pytestmark = pytest.mark.built  # to collect the browser's tests is to import them


def test_every_file_of_tests_is_collected() -> None:
    """By default pytest does not enter a folder called `build`: 63 tests once stood in it unrun."""
    assert collected(TESTS.parent) == {name for name, _ in in_the_tree()}


def test_the_fast_tests_are_collected_where_nothing_was_built(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(TESTS.parent, copy, ignore=shutil.ignore_patterns(*NOT_OURS))
    for source in ("tests/build", "browser_python/build"):
        shutil.copytree(TESTS.parent / source, copy / source, ignore=NOT_SOURCE)
    fast = {name for name, folder in in_the_tree() if folder not in MARKS_OF_FOLDER}
    told = collected(copy, "-m", "not built and not browser")
    assert told == fast - {name for name in fast if "pytest.mark.built" in read(name)}


def test_every_file_of_tests_holds_a_test() -> None:
    """A file that hides its tests behind a condition looks like one that passed."""
    assert [name for name, _ in in_the_tree() if not has_test(TESTS.parent / name)] == []


def collected(root: Path, *options: str) -> set[str]:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-qq", "-p", "no:cacheprovider"]
    told = subprocess.run(  # noqa: S603 - ours
        [*command, *options], cwd=root, capture_output=True, text=True, check=True
    ).stdout
    counted = (line.rpartition(": ") for line in told.splitlines())
    return {name for name, _, number in counted if number.isdigit()}


def in_the_tree() -> list[tuple[str, str]]:
    """Return every file of tests, by its path in the repository, with its folder in `tests`."""
    return [
        (path.relative_to(TESTS.parent).as_posix(), path.relative_to(folder).parts[0])
        for folder in (TESTS, TESTS.parent / "bench" / "tests")
        for path in folder.rglob("test_*.py")
        if "node_modules" not in path.parts
    ]


def read(name: str) -> str:
    return (TESTS.parent / name).read_text("utf-8")


def has_test(path: Path) -> bool:
    body = ast.parse(path.read_text("utf-8")).body
    return any(isinstance(it, ast.FunctionDef) and it.name.startswith("test_") for it in body)
