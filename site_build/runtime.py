"""Builds the browser's Python for this site, one step at a time: `python -m site_build.runtime`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from browser_python.build import assemble, fetch, layers

WARMUP = Path(__file__).with_name("warmup")


def _assemble() -> None:
    assemble.assemble(warmup=WARMUP)


STEPS: dict[str, Callable[[], None]] = {
    "fetch": fetch.fetch,
    "base": layers.build_base,
    "assemble": _assemble,
}


def main() -> None:
    """Run the step that the command line names."""
    parser = argparse.ArgumentParser(prog="site_build.runtime", description=__doc__)
    parser.add_argument("step", choices=STEPS)
    STEPS[parser.parse_args().step]()


if __name__ == "__main__":
    main()
