"""Runs one step of the runtime's build: `python -m site_build.runtime <step>`."""

from __future__ import annotations

import argparse

from site_build.runtime import assemble, fetch, layers

STEPS = {"fetch": fetch.fetch, "base": layers.build_base, "assemble": assemble.assemble}


def main() -> None:
    """Run the step that the command line names."""
    parser = argparse.ArgumentParser(prog="site_build.runtime", description=__doc__)
    parser.add_argument("step", choices=STEPS)
    STEPS[parser.parse_args().step]()


if __name__ == "__main__":
    main()
