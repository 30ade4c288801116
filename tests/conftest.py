"""What every test needs: marks by folder, and the compiled Word templates."""

from pathlib import Path

import pytest
from _pytest.mark.expression import Expression

from site_build.word_templates.precompile import precompile

TESTS = Path(__file__).parent
MARKS_OF_FOLDER = {"browser": ("browser", "built"), "build": ("built",), "site": ("built",)}
"""The marks of all tests in a folder; the other folders need nothing but the repository."""


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile the Word templates before the first test, once for all workers.

    Each worker of pytest-xdist is a session of its own: two of them would write the same files at
    the same time.
    """
    if not hasattr(session.config, "workerinput"):
        precompile()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Enter no folder whose tests `-m` turns down.

    Modules of the folder `browser` read the built site when they are imported: without a build
    `-m "not built"` would end in their errors.
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
