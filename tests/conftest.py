"""Marks every test by its folder, and compiles the Word templates before the first test."""

from pathlib import Path

import pytest
from _pytest.mark.expression import Expression

from site_build.word_templates.precompile import precompile_all

TESTS = Path(__file__).parent
MARKS_OF_FOLDER = {"browser": ("browser", "built"), "build": ("built",), "site": ("built",)}
"""The marks of all tests in a folder; tests in other folders need only the repository."""


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile the Word templates before the first test, once for all workers.

    Each worker of pytest-xdist has a session of its own, and two workers would write the same files
    at the same time. So only the session that starts the workers compiles.
    """
    if not hasattr(session.config, "workerinput"):
        precompile_all()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out a folder whose tests `-m` does not select.

    Modules in the folder `browser` read the built site when they are imported, so that without a
    build `-m "not built"` would fail on importing them.
    """
    marks = _marks(collection_path)
    asked = config.option.markexpr
    if not (marks and asked and collection_path.parent == TESTS):
        return None
    return not Expression.compile(asked).evaluate(lambda name, **_: name in marks) or None


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark a test by its folder."""
    for mark in _marks(item.path):
        item.add_marker(mark)


def _marks(path: Path) -> tuple[str, ...]:
    return MARKS_OF_FOLDER.get(path.relative_to(TESTS).parts[0], ()) if path != TESTS else ()
