"""Decides which modules of Python and of its packages go into the browser."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Keep:
    """What the archive leaves out, and which code the image always holds."""

    modules: frozenset[str] = frozenset()
    """Top-level modules and packages that are left out."""
    prefixes: tuple[str, ...] = ()
    """Beginnings of the paths of other files that are left out."""
    endings: tuple[str, ...] = ()
    """Endings of the paths of other files that are left out."""
    only: Mapping[str, tuple[str, ...]] | None = None
    """By folder, beginnings of the paths of those members that stay; its other members do not."""
    at_start: tuple[str, ...] = ()
    """Beginnings of the file names of code that comes with the start, even if never called."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the tables `leave_out` and `image` of a TOML file.

        Args:
            path: The file: `leave_out` has `modules`, `prefixes`, `endings` and `only`, `image`
                has `at_start`.

        Raises:
            KeyError: A table or a key is not there.
        """
        tables = tomllib.loads(path.read_text("utf-8"))
        left_out = tables["leave_out"]
        return cls(
            modules=frozenset(left_out["modules"]),
            prefixes=tuple(left_out["prefixes"]),
            endings=tuple(left_out["endings"]),
            only={folder: tuple(members) for folder, members in left_out["only"].items()},
            at_start=tuple(tables["image"]["at_start"]),
        )

    def without(self, *prefixes: str) -> Self:
        """Return the same tables with other files left out, by how their paths begin."""
        return replace(self, prefixes=(*self.prefixes, *prefixes))

    def keeps(self, name: str) -> bool:
        """Say whether an archive's member belongs in the browser.

        Args:
            name: The member's path, as on Python's import path.
        """
        if name.endswith(self.endings) or name.startswith(self.prefixes):
            return False
        if "/sboms/" in name or name.partition("/")[0].partition(".")[0] in self.modules:
            return False
        for folder, members in (self.only or {}).items():
            if name.startswith(folder):
                return name.removeprefix(folder).startswith(members)
        return True
