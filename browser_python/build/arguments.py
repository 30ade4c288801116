"""What an application says of itself to have its Python built."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Level(StrEnum):
    """How much is done at build, so that less is left to the visitor's browser."""

    STOCK = "stock"
    """Pyodide as it ships, and wheels by a lock: the browser compiles every module."""
    ARCHIVE = "archive"
    """One archive of bytecode, and compiled code beside it: each file checked by its digest."""
    IMAGE = "image"
    """The memory as it stands after a warm-up, and only the code that a start runs."""


@dataclass(frozen=True)
class Wheels:
    """Folders of wheels: above the level `stock` without docstrings and asserts in the browser."""

    own: Path
    """The application's."""
    others: Path
    """What the application depends on, closed."""
    tools: Path
    """pyodide-build and what it depends on: runs inside Pyodide at build time, never published."""


@dataclass(frozen=True)
class Warmup:
    """Scripts that do once what visitors do first, so that the image holds what that makes."""

    visit: Path
    """Runs before the image is taken, and again in an engine that has started from the image:
    code that it does not call the second time comes after the start."""
    wander: Path
    """Runs after `visit` in that second engine alone: code that it calls comes with the start."""


@dataclass(frozen=True)
class Entry:
    """The function that the page calls."""

    module: str
    function: str
    probe: tuple[str, ...]
    """Arguments of a call that does nothing: it is made once at build, as the page makes calls."""
