"""A copy of the repository in which a newcomer tries the steps of a page."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from site_build.folders import ROOT


def copied(to: Path) -> Path:
    """Copy what git tracks to a new or empty folder, with the environment of this repository."""
    listed = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT).decode()  # noqa: S607
    for name in filter(None, listed.split("\0")):
        target = to / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    (to / ".venv").symlink_to(Path(sys.prefix))
    (to / "build").mkdir()
    return to


def run(command: str, copy: Path) -> subprocess.CompletedProcess[str]:
    """Run a line for the shell in a copy; Python imports from the copy."""
    environment = os.environ | {"PYTHONPATH": f"{copy}:{copy / 'tests'}"}
    environment.pop("COVERAGE_PROCESS_CONFIG", None)  # the copy is not what is measured
    return subprocess.run(  # noqa: S603 - what a page tells a newcomer to run
        ["/bin/sh", "-ec", command],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def run_whole(command: str, copy: Path) -> str:
    """Run a line for the shell that must succeed, and return what it printed.

    Raises:
        AssertionError: the command failed.
    """
    done = run(command, copy)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout
