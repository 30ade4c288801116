"""Builds the browser's Python for this site: `python -m site_build.runtime <step>`."""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path

from browser_python import build
from browser_python.build import Level
from site_build import folders
from validator.calls import DEFAULT, available

_WARMUP = Path(__file__).with_name("warmup")
_SETTINGS = Path(__file__).with_name("runtime.toml")
_TABLES = tomllib.loads(_SETTINGS.read_text("utf-8"))
_REQUIREMENTS = folders.ROOT / "requirements"
OTHERS = folders.BUILD / "wheels" / "target"
OWN = folders.BUILD / "wheels" / "own"
"""The wheel of `validator`, alone."""
WHEELS = build.Wheels(own=OWN, others=OTHERS, tools=folders.BUILD / "wheels" / "tools")
WARMUP = build.Warmup(visit=_WARMUP / "visit.py", wander=_WARMUP / "wander.py")
KEEP = build.Keep.read(_SETTINGS).without(
    *(f"validator/calls/{call_id}/" for call_id in available() if call_id != DEFAULT)
)
"""Each other call comes with its own pages (site_build/pages/hook_packed.py)."""
ENTRY = build.Entry(
    module=_TABLES["entry"]["module"],
    function=_TABLES["entry"]["function"],
    probe=tuple(_TABLES["entry"]["probe"]),
)
LEVELS = folders.BUILD / "levels"
"""A folder for each level that this site is not published with; tests start those levels too."""


def fetch() -> None:
    """Download the pinned wheels into their folders."""
    build.fetch(_REQUIREMENTS / "compiler.txt", WHEELS.tools)
    build.fetch(_REQUIREMENTS / "browser.txt", WHEELS.others)
    build.fetch_source(_REQUIREMENTS / "browser-sdist.txt", WHEELS.others)


def make(level: Level, into: Path = folders.RUNTIME, work: Path = folders.PYTHON) -> Path:
    """Build this site's runtime at a level; return what `browser_python.build.build` returns."""
    return build.build(
        wheels=WHEELS,
        warmup=WARMUP,
        keep=KEEP,
        entry=ENTRY,
        env=_TABLES["env"],
        level=level,
        into=into,
        work=work,
    )


def main() -> None:
    """Run the step that the command line names."""
    parser = argparse.ArgumentParser(prog="site_build.runtime", description=__doc__)
    parser.add_argument("step", choices=["fetch", "levels", *Level])
    step = parser.parse_args().step
    if step == "fetch":
        fetch()
    elif step == "levels":
        for level in (Level.STOCK, Level.ARCHIVE):
            make(level, LEVELS / level)
    else:
        make(Level(step))


if __name__ == "__main__":
    main()
