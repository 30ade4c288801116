"""What an application hands in to have its Python built."""

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
    """Python's memory after a warm-up, and only the code that a start runs."""


@dataclass(frozen=True)
class Wheels:
    """Folders of wheels: above the level `stock` without docstrings and asserts in the browser."""

    own: Path
    """The application's wheels."""
    others: Path
    """The wheels of all packages that the application needs, directly or through another."""
    tools: Path
    """pyodide-build and what it needs: run inside Pyodide at build time, never published."""


@dataclass(frozen=True)
class Warmup:
    """Scripts that make the requests of visitors, run at build."""

    visit: Path
    """Runs before the image is taken, so that the image holds what these requests leave in memory,
    and again in an engine that has started from the image. Code that the second run does not call
    is fetched after the start."""
    wander: Path
    """Runs after `visit` in the second engine only: the code that it calls comes with the start,
    but nothing that it leaves in memory."""


@dataclass(frozen=True)
class Entry:
    """The function that the page calls."""

    module: str
    function: str
    probe: tuple[str, ...]
    """Arguments of a call that does nothing. The build makes this call once, as a page makes calls,
    so that the code by which JavaScript calls Python comes with the start."""
